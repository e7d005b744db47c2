package fr.perisco.torture;

import java.util.List;

/** All that is done to the jobs. */
final class Faults {
    private Faults() {}

    static List<Fault> all() {
        Moments moments = new Moments();
        return List.of(
                new Kills("kill", "SIGKILL", moments),
                new Kills("stop", "SIGTERM", moments),
                new FullDisk(),
                new ReadOnly(),
                new Locked(),
                new Damage(),
                new OtherSchema(),
                new Clocks(),
                new Crowd(),
                new CutOutput());
    }
}
