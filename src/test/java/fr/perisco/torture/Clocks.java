package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * G12: the machine stands in another time zone, and its clock goes back between a job and its repetition. Only Paris time counts, and
 * what is done stays done, but for a restoration, which puts the copy there once more, and dates it.
 */
final class Clocks implements Fault {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Pacific/Auckland"), ZoneId.of("UTC"));
    private static final List<Duration> BACK = List.of(Duration.ofDays(1), Duration.ofHours(1));

    private record Way(String how, Run run) {}

    /** A run of the job on a machine whose clock is another. */
    private interface Run {
        SmallTown.Answer in(Place place) throws Exception;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String summary() {
        return "other time zones, and a clock that goes back";
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        for (Way way : inTurn(judge.job(), ways(judge.job()))) {
            if (!patience.isOver(tally)) {
                try (Place place = Place.in(root, judge.job())) {
                    tally.count(way.how(), judge.judge(place, way.run().in(place)));
                }
            }
        }
    }

    private static List<Way> ways(Job job) {
        Instant moment = moment(job);
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < ZONES.size(); i++) {
            ZoneId zone = ZONES.get(i);
            Duration back = BACK.get(i);
            ways.add(new Way(
                    "TZ=" + zone,
                    place -> place.start(List.of("env", "TZ=" + zone)).ended()));
            if (!job.isReplacement()) {
                ways.add(new Way("a clock back by " + back, place -> {
                    SmallTown.Answer ended = at(place, job, moment, PARIS);
                    at(place, job, moment.minus(back), PARIS);
                    return ended;
                }));
            }
            ways.add(new Way("a clock in " + zone, place -> at(place, job, moment, zone)));
        }
        return ways;
    }

    private static Instant moment(Job job) {
        return LocalDateTime.parse(job.moment()).atZone(PARIS).toInstant();
    }

    private static SmallTown.Answer at(Place place, Job job, Instant moment, ZoneId zone) {
        return SmallTown.ask(place.database(), Clock.fixed(moment, zone), job.command(place));
    }
}
