package fr.perisco.domain;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Random cases that come out the same every time; a failure names the seed of its case. */
public final class Dice {
    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Checks a property on many cases, each with dice of its own. */
    public static void rolls(int cases, Consumer<Dice> property) {
        LongStream.rangeClosed(1, cases).forEach(seed -> roll(seed, property));
    }

    /** The same for cases that have nothing to do with each other, on all cores. */
    public static void rollsSideBySide(int cases, Consumer<Dice> property) {
        LongStream.rangeClosed(1, cases).parallel().forEach(seed -> roll(seed, property));
    }

    private static void roll(long seed, Consumer<Dice> property) {
        try {
            property.accept(new Dice(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** From a number to another, both included. */
    public int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    public boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    public boolean heads() {
        return random.nextBoolean();
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** From a day to another, both included. */
    public LocalDate dayBetween(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
    }

    public LocalDate dayOf(YearMonth month) {
        return month.atDay(between(1, month.lengthOfMonth()));
    }

    /** Any set of days of the month: few, half of them, or many. */
    public DaySet daysOf(YearMonth month) {
        int bits = random.nextInt();
        bits = switch (random.nextInt(4)) {
            case 0 -> bits & random.nextInt();
            case 1 -> bits | random.nextInt();
            default -> bits;
        };
        return DaySet.ofBits(bits & DaySet.allOf(month).bits());
    }

    public Random random() {
        return random;
    }
}
