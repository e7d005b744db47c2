package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * G12: the machine stands in another time zone, and its clock goes back between a job and its repetition. Only Paris time counts, and
 * what is done stays done, but for a restoration, which puts the copy there once more, and dates it.
 */
final class Clocks implements Fault {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Pacific/Auckland"), ZoneId.of("UTC"));
    private static final List<Duration> BACK = List.of(Duration.ofDays(1), Duration.ofHours(1));

    /** A run of the job on a machine whose clock is another. */
    private interface Try {
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
        Instant moment = moment(judge.job());
        for (int i = 0; i < ZONES.size(); i++) {
            ZoneId zone = ZONES.get(i);
            Duration back = BACK.get(i);
            strike(
                    judge,
                    root,
                    patience,
                    tally,
                    "TZ=" + zone,
                    place -> place.start(List.of("env", "TZ=" + zone)).ended());
            if (!judge.job().isReplacement()) {
                strike(judge, root, patience, tally, "a clock back by " + back, place -> {
                    SmallTown.Answer ended = at(place, judge.job(), moment, PARIS);
                    at(place, judge.job(), moment.minus(back), PARIS);
                    return ended;
                });
            }
            strike(judge, root, patience, tally, "a clock in " + zone, place -> at(place, judge.job(), moment, zone));
        }
    }

    private static void strike(Judge judge, Path root, Patience patience, Tally tally, String how, Try one)
            throws Exception {
        if (!patience.isOver(tally)) {
            try (Place place = Place.in(root, judge.job())) {
                tally.count(how, judge.judge(place, one.in(place)));
            }
        }
    }

    private static Instant moment(Job job) {
        return LocalDateTime.parse(job.moment()).atZone(PARIS).toInstant();
    }

    private static SmallTown.Answer at(Place place, Job job, Instant moment, ZoneId zone) {
        return SmallTown.ask(place.database(), Clock.fixed(moment, zone), job.command(place));
    }
}
