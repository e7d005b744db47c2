package fr.perisco.torture;

import java.util.List;

/** All that is done to the jobs. */
final class Faults {
    private Faults() {}

    static List<Fault> all() {
        return List.of(
                new Kills("kill", "SIGKILL"),
                new Kills("stop", "SIGTERM"),
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
