package fr.perisco.domain.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of days of one month: 31 bits of an integer, bit 0 is day 1. The month itself is kept beside it, by whoever owns the
 * set.
 *
 * @param bits 0 to 2<sup>31</sup>−1
 */
public record DaySet(int bits) {
    public static final DaySet EMPTY = new DaySet(0);

    public DaySet {
        if (bits < 0) {
            throw new IllegalArgumentException("a month has at most 31 days");
        }
    }

    public static DaySet ofBits(int bits) {
        return bits == 0 ? EMPTY : new DaySet(bits);
    }

    /**
     * The set that holds one day of a month.
     *
     * @param dayOfMonth 1 to 31
     */
    public static DaySet of(int dayOfMonth) {
        if (dayOfMonth < 1 || dayOfMonth > 31) {
            throw new IllegalArgumentException("no such day of a month: " + dayOfMonth);
        }
        return new DaySet(1 << (dayOfMonth - 1));
    }

    public static DaySet of(LocalDate day) {
        return of(day.getDayOfMonth());
    }

    /** The set that holds these days, all of one month. */
    public static DaySet of(Collection<LocalDate> days) {
        int bits = 0;
        for (LocalDate day : days) {
            bits |= 1 << (day.getDayOfMonth() - 1);
        }
        return ofBits(bits);
    }

    public static DaySet allOf(YearMonth month) {
        return new DaySet((1 << (month.lengthOfMonth() - 1)) - 1 | 1 << (month.lengthOfMonth() - 1));
    }

    /** The days of the month from one day to another, both included; empty when the period lies outside the month. */
    public static DaySet between(YearMonth month, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(month.atDay(1)) ? month.atDay(1) : from;
        LocalDate last = to.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : to;
        if (first.isAfter(last)) {
            return EMPTY;
        }
        int through = allBits(last.getDayOfMonth());
        return ofBits(through & ~allBits(first.getDayOfMonth() - 1));
    }

    private static int allBits(int days) {
        return (int) ((1L << days) - 1);
    }

    public DaySet union(DaySet other) {
        return ofBits(bits | other.bits);
    }

    public DaySet intersect(DaySet other) {
        return ofBits(bits & other.bits);
    }

    public DaySet minus(DaySet other) {
        return ofBits(bits & ~other.bits);
    }

    public boolean contains(int dayOfMonth) {
        return (bits >> (dayOfMonth - 1) & 1) == 1;
    }

    public boolean contains(LocalDate day) {
        return contains(day.getDayOfMonth());
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public int size() {
        return Integer.bitCount(bits);
    }

    /**
     * The first day of the month that it holds, from 1.
     *
     * @throws IllegalStateException when it is empty
     */
    public int first() {
        if (bits == 0) {
            throw new IllegalStateException("no day");
        }
        return Integer.numberOfTrailingZeros(bits) + 1;
    }

    public IntStream daysOfMonth() {
        return IntStream.rangeClosed(1, 31).filter(this::contains);
    }

    public Stream<LocalDate> days(YearMonth month) {
        return daysOfMonth().mapToObj(month::atDay);
    }
}
