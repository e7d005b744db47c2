package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * G7: a byte of the database is another one, its end is missing, or its middle overwritten. What the engine finds unsound is refused
 * by who checks the whole file, and by the others where they meet it; then not a byte is written.
 */
final class Damage implements Fault {
    private static final int FLIPS = 24;
    private static final int CUTS = 4;
    private static final int PAGE = 4_096;
    private static final int SEED = 7;
    private static final int BUG = 1;
    private static final int UNAVAILABLE = 5;

    private record Wound(String how, UnaryOperator<byte[]> in) {}

    @Override
    public String name() {
        return "damaged";
    }

    @Override
    public String summary() {
        return "bytes of the database changed, its end cut off, its middle overwritten";
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        byte[] good = Files.readAllBytes(judge.job().before());
        for (Wound wound : inTurn(judge.job(), wounds(good))) {
            if (!patience.isOver(tally)) {
                strike(judge.job(), root, wound.in().apply(good.clone()), wound.how(), tally);
            }
        }
    }

    private static List<Wound> wounds(byte[] good) {
        List<Wound> wounds = new ArrayList<>();
        int middle = good.length / 2;
        wounds.add(new Wound("overwritten in the middle", content -> {
            Arrays.fill(content, middle, middle + 6_000, (byte) 0x5a);
            return content;
        }));
        for (int cut = 1; cut <= CUTS; cut++) {
            int length = (int) ((long) good.length * cut / (CUTS + 1));
            wounds.add(new Wound(length + " bytes left", content -> Arrays.copyOf(content, length)));
        }
        Random random = new Random(SEED);
        for (int flip = 0; flip < FLIPS; flip++) {
            int page = random.nextInt(good.length / PAGE);
            int at = page * PAGE + (flip % 2 == 0 ? random.nextInt(12) : random.nextInt(PAGE));
            int bit = random.nextInt(8);
            wounds.add(new Wound("byte " + at, content -> {
                content[at] ^= (byte) (1 << bit);
                return content;
            }));
        }
        return wounds;
    }

    private static void strike(Job job, Path root, byte[] content, String how, Tally tally) throws Exception {
        try (Place place = Place.in(root, job)) {
            Files.write(place.database(), content);
            boolean sound = isSound(place.database());
            Files.write(place.database(), content);
            SmallTown.Answer ended = place.start(List.of()).ended();
            List<String> objections = new ArrayList<>();
            if (ended.exit() == BUG || ended.exit() < 0 || ended.exit() > UNAVAILABLE + 1) {
                objections.add(ended.toString());
            }
            if (!sound && ended.exit() == 0 && job.checksTheFile()) {
                objections.add("not noticed: " + ended);
            }
            boolean refused = ended.exit() == UNAVAILABLE && ended.output().contains("perisco: ");
            if (ended.exit() == UNAVAILABLE && !refused) {
                objections.add("refused badly: " + ended);
            }
            if (refused && !job.isInSteps() && !Arrays.equals(Files.readAllBytes(place.database()), content)) {
                objections.add("refused, and written to all the same: " + ended);
            }
            tally.count(how, new Tally.Outcome(refused && objections.isEmpty(), false, objections));
        }
    }

    private static boolean isSound(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma integrity_check")) {
            return rows.getString(1).equals("ok");
        } catch (SQLException e) {
            return false;
        }
    }
}
