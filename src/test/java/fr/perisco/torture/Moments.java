package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** When a job changes a file; each job is watched once. */
final class Moments {
    private static final List<String> CALLS = List.of(
            "pwrite64", "rename", "fsync", "write", "unlink", "fdatasync", "link", "ftruncate", "mkdir", "rmdir");
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");
    private static final int SEED = 6;

    private final Map<String, Map<String, Integer>> known = new ConcurrentHashMap<>();

    /** Before a thread makes a system call for the nth time. */
    record Moment(String call, int nth) {}

    /** One of each call in turn, those of a call in no order. */
    List<Moment> of(Job job, Path root) throws Exception {
        Random random = new Random(SEED);
        List<List<Moment>> calls = new ArrayList<>();
        highest(job, root).forEach((call, count) -> {
            List<Moment> moments = IntStream.rangeClosed(1, count)
                    .mapToObj(nth -> new Moment(call, nth))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(moments, random);
            calls.add(moments);
        });
        calls.sort(Comparator.comparing(moments -> CALLS.indexOf(moments.get(0).call())));
        List<Moment> all = new ArrayList<>();
        int longest = calls.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<Moment> moments : calls) {
                if (turn < moments.size()) {
                    all.add(moments.get(turn));
                }
            }
        }
        return all;
    }

    /** How often a thread of an uninterrupted run makes each call, as strace counts. */
    private Map<String, Integer> highest(Job job, Path root) throws Exception {
        Map<String, Integer> before = known.get(job.name());
        if (before != null) {
            return before;
        }
        Map<String, Integer> highest = new TreeMap<>();
        try (Place place = Place.in(root, job)) {
            Path trace = place.folder().resolve("trace");
            SmallTown.Answer answer = place.start(List.of(
                            "strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=" + String.join(",", CALLS)))
                    .ended();
            if (answer.exit() != 0) {
                throw new IllegalStateException(answer.toString());
            }
            Map<String, Integer> counts = new HashMap<>();
            for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
                Matcher call = CALL.matcher(line);
                if (call.matches()) {
                    int count = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
                    highest.merge(call.group(2), count, Math::max);
                }
            }
        }
        known.put(job.name(), highest);
        return highest;
    }
}
