package fr.perisco.cli;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.calendar.WrittenMoment;
import fr.perisco.domain.calendar.WrittenMonth;
import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.credential.CredentialState;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.WrittenAmount;
import fr.perisco.domain.office.BackupTerm;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.WeekParity;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options and arguments are read, and what is said of one that cannot be. */
final class Converters {
    private final Words words;

    Converters(Words words) {
        this.words = words;
    }

    void register(CommandLine line) {
        register(line, LocalDate.class, WrittenDay::parse, "usage.day");
        register(line, Weekdays.class, Weekdays::parse, "usage.weekdays");
        register(line, WeekParity.class, WeekParity::parse, "usage.weeks");
        register(line, SecondShare.class, SecondShare::parse, "usage.second-share");
        register(line, Charset.class, Converters::charset, "usage.charset");
        register(line, YearMonth.class, WrittenMonth::parse, "usage.month");
        register(line, SchoolYear.class, SchoolYear::parse, "usage.school-year");
        register(line, Money.class, WrittenAmount::parse, "usage.amount");
        register(line, PaymentMethod.class, PaymentMethod::parse, "usage.method");
        register(line, RegistrationState.class, RegistrationState::parse, "usage.registration-state");
        register(line, DayState.class, DayState::parse, "usage.day-state");
        register(line, Attendance.class, Attendance::parse, "usage.attendance");
        register(line, MailKind.class, MailKind::parse, "usage.mail-kind");
        register(line, MailState.class, MailState::parse, "usage.mail-state");
        register(line, FamilyMoveCommand.Residence.class, FamilyMoveCommand.Residence::parse, "usage.yes-no");
        register(line, CredentialState.class, CredentialState::parse, "usage.credential-state");
        register(line, BackupTerm.class, BackupTerm::parse, "usage.backup-term");
        register(line, TaxYear.class, TaxYear::parse, "usage.year");
        register(line, LocalDateTime.class, WrittenMoment::parse, "usage.moment");
        register(line, Long.class, Converters::wholeNumber, "usage.number");
        register(line, long.class, Converters::wholeNumber, "usage.number");
        register(line, int.class, text -> wholeNumber(text).map(Converters::within), "usage.number");
    }

    private <T> void register(
            CommandLine line, Class<T> type, Function<String, Optional<T>> parse, String wordsOfFailure) {
        line.registerConverter(type, new Converter<>(parse, wordsOfFailure));
    }

    /** A class and not a lambda: the class-data archive cannot hold a lambda of a class as old as picocli's. */
    private final class Converter<T> implements ITypeConverter<T> {
        private final Function<String, Optional<T>> parse;
        private final String wordsOfFailure;

        Converter(Function<String, Optional<T>> parse, String wordsOfFailure) {
            this.parse = parse;
            this.wordsOfFailure = wordsOfFailure;
        }

        @Override
        public T convert(String text) {
            return parse.apply(text).orElseThrow(() -> new TypeConversionException(words.say(wordsOfFailure, text)));
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> wholeNumber(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What is too large for a count is the largest count there is: the command says its own limit. */
    private static int within(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
