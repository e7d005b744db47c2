package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** G5: the database and what is written stand on a small disk with so many bytes left. */
final class FullDisk implements Fault {
    private static final int DISK_KIB = 16 * 1024;
    private static final List<Integer> FREE_KIB = List.of(120, 0, 400, 16, 800, 4, 200, 64, 1_200, 8, 300, 32, 600);

    @Override
    public String name() {
        return "full";
    }

    @Override
    public String summary() {
        return "a small disk with 0 to 1,200 KiB left";
    }

    @Override
    public Optional<String> obstacle() throws InterruptedException {
        return Privileges.mayMount() ? Optional.empty() : Optional.of("only root can mount a small disk");
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        for (int kib : inTurn(judge.job(), FREE_KIB)) {
            if (!patience.isOver(tally)) {
                strike(judge, root, kib, tally);
            }
        }
    }

    private static void strike(Judge judge, Path root, int kib, Tally tally) throws Exception {
        Path disk = Files.createTempDirectory(root, "disk");
        if (!Privileges.mount(disk, DISK_KIB)) {
            throw new IllegalStateException("no small disk at " + disk);
        }
        try (Place place = Place.on(disk, root, judge.job())) {
            Path filler = disk.resolve("filler");
            fill(disk, filler, kib);
            SmallTown.Answer ended = place.start(List.of()).ended();
            Files.delete(filler);
            tally.count("with " + kib + " KiB left", judge.judge(place, ended));
        } finally {
            Privileges.unmount(disk);
            Files.delete(disk);
        }
    }

    private static void fill(Path disk, Path filler, int kib) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) (free - kib * 1024L)]);
    }
}
