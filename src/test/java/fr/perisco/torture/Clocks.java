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
 * what is done stays done.
 */
final class Clocks implements Fault {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> ZONES = List.of("UTC", "Pacific/Auckland");

    private static final List<Duration> BACK = List.of(Duration.ofHours(1), Duration.ofDays(1));

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
        for (String zone : ZONES) {
            try (Place place = Place.in(root, judge.job())) {
                SmallTown.Answer ended =
                        place.start(List.of("env", "TZ=" + zone)).ended();
                tally.count("TZ=" + zone, judge.judge(place, ended));
            }
            try (Place place = Place.in(root, judge.job())) {
                SmallTown.Answer ended = at(place, judge.job(), moment(judge.job()), ZoneId.of(zone));
                tally.count("a clock in " + zone, judge.judge(place, ended));
            }
        }
        for (Duration back : BACK) {
            try (Place place = Place.in(root, judge.job())) {
                SmallTown.Answer ended = at(place, judge.job(), moment(judge.job()), PARIS);
                at(place, judge.job(), moment(judge.job()).minus(back), PARIS);
                tally.count("a clock back by " + back, judge.judge(place, ended));
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
