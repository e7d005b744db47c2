package fr.perisco.workflow;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that wait with a rejected one: brothers and sisters, and the guardians who name them, as far as names tell. A family is made
 * of all its rows at once, so that the rejected rows, once mended, come to what the whole files would have come to.
 */
final class OndeCompanions {
    /**
     * A row of one of the files.
     *
     * @param children the names of the children that it tells of
     */
    private record Line<T>(Parsed<T> file, Row<T> row, String name, Set<String> children) {
        boolean isRejected() {
            return file.isRejected(row);
        }

        void hold() {
            file.hold(row);
        }
    }

    private final Map<String, List<Line<?>>> linesOfChild = new HashMap<>();
    private final List<Line<?>> lines = new ArrayList<>();
    private final List<InputFault> notices = new ArrayList<>();

    private OndeCompanions() {}

    /**
     * Holds them.
     *
     * @return what is to be told of each
     */
    static List<InputFault> hold(Parsed<Pupil> pupils, @Nullable Parsed<NamedGuardian> guardians) {
        if (pupils.rejectedRows().isEmpty()
                && (guardians == null || guardians.rejectedRows().isEmpty())) {
            return List.of();
        }
        OndeCompanions companions = new OndeCompanions();
        companions.note(pupils, Pupil::fullName, pupil -> Set.of(GuardianLinks.key(pupil)));
        if (guardians != null) {
            companions.note(
                    guardians,
                    NamedGuardian::fullName,
                    guardian ->
                            guardian.children().stream().map(GuardianLinks::key).collect(Collectors.toSet()));
        }
        companions.lines.stream().filter(Line::isRejected).toList().forEach(companions::holdWith);
        companions.notices.sort(InputFault.AS_THEY_STAND);
        return companions.notices;
    }

    private <T> void note(Parsed<T> file, Function<T, String> name, Function<T, Set<String>> children) {
        for (Row<T> row : file.legibleRows()) {
            Line<T> line = new Line<>(file, row, name.apply(row.legible()), children.apply(row.legible()));
            lines.add(line);
            line.children()
                    .forEach(child -> linesOfChild
                            .computeIfAbsent(child, one -> new ArrayList<>(2))
                            .add(line));
        }
    }

    private void holdWith(Line<?> rejected) {
        Set<String> reached = new HashSet<>(rejected.children());
        Deque<String> open = new ArrayDeque<>(rejected.children());
        while (!open.isEmpty()) {
            Collection<Line<?>> told = linesOfChild.getOrDefault(open.remove(), List.of());
            for (Line<?> line : told) {
                line.children().stream().filter(reached::add).forEach(open::add);
                if (!line.isRejected()) {
                    line.hold();
                    Reason reason = Reason.of(
                            "onde.held",
                            line.name(),
                            rejected.row().line(),
                            rejected.file().source());
                    notices.add(new InputFault(line.file().source(), line.row().line(), 0, reason));
                }
            }
        }
    }
}
