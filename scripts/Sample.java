import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes an invented town: the same arguments give the same bytes, on every machine.
 *
 * <p>Two towns: the sample, with the hard cases of the trade, and for {@code --floor} one that the hand-written SQL of
 * {@code src/bench/floor} can express too, written in both formats.
 */
public final class Sample {
    private static final String USAGE = """
            Usage: scripts/sample [--families N] [--children N] [--seed N] [-o DIR] [--floor DIR]

            Writes an invented town: setup folder, families, registrations, typical weeks, and
            what the ministry's ONDE would extract of one of its schools.
            Without arguments: the sample town (400 families, 600 children) into sample-data/.

              --families N  families (default 400)
              --children N  children (default: half as many again as families)
              --seed N      another town of the same size (default 20161103)
              -o DIR        where to write; needed for any other town than the sample
              --floor DIR   a plain town without hard cases, written to -o, and here again for src/bench/floor
              -h, --help    this text
            """;

    private static final String FIRST_DAY = "2016-11-03";
    private static final String LAST_DAY = "2017-07-07";
    private static final String QUOTIENT_DAY = "2016-09-01";
    private static final String FOUR_DAYS = "mon,tue,thu,fri";
    private static final String FIVE_DAYS = "mon,tue,wed,thu,fri";

    private Sample() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        if (!"\u00e9".equals("é")) {
            System.err.println("sample: not read as UTF-8: call scripts/sample, or java -Dfile.encoding=UTF-8");
            return 2;
        }
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                System.out.print(USAGE);
            } else if (options.floor() == null) {
                writeSampleTown(options);
            } else {
                writeRaceTown(options);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("sample: " + e.getMessage() + " (see --help)");
            return 2;
        } catch (IOException e) {
            System.err.println("sample: cannot write: " + e.getMessage());
            return 5;
        }
    }

    private static void writeSampleTown(Options options) throws IOException {
        Town town = new Town(School.ofSample(options.schools()));
        People people = new People(town, new Random(options.seed()), options.codeDigits());
        Habits habits = new Habits(town, new Random(options.seed() + 1), options.families());
        new HardCases(town, people, habits).addAll();
        int settled = town.families.size();
        people.settle(options.families() - settled, options.children() - people.children());
        for (Family family : town.families.subList(settled, town.families.size())) {
            family.children().forEach(habits::draw);
        }
        if (!habits.waiting().isEmpty()) {
            town.hardCases.add(new HardCase(
                    "no place left",
                    String.join(", ", habits.waiting()),
                    "loaded in the file's order, they wait for MERCREDI, JOURNEE, in even weeks"));
        }
        Files.createDirectories(options.output());
        SampleSetup.write(options.output().resolve("setup"), town, options.families());
        TownFiles.write(options.output(), town.families, town, true);
        new OndeFiles(town, new Random(options.seed() + 2)).write(options.output());
        Readme.write(options, town);
    }

    private static void writeRaceTown(Options options) throws IOException {
        Town town = new Town(School.ofRace(options.schools()));
        Random random = new Random(options.seed());
        People people = new People(town, random, 6).withSomeQuotientsMissing();
        people.settle(options.families(), options.children());
        RaceHabits habits = new RaceHabits(town, random);
        town.families.forEach(family -> family.children().forEach(habits::draw));
        // As an office's export would come: in no order. Both sides of the race read the same one.
        List<Family> shuffled = new ArrayList<>(town.families);
        Collections.shuffle(shuffled, random);
        Files.createDirectories(options.output());
        RaceSetup.write(options.output().resolve("setup"), town);
        TownFiles.write(options.output(), shuffled, town, false);
        FloorFiles.write(options.floor(), shuffled, town);
    }

    private static String numbered(String prefix, int digits, int number) {
        String figures = String.valueOf(number);
        return prefix + "0".repeat(Math.max(0, digits - figures.length())) + figures;
    }

    // ---- What was asked ----

    private record Options(int families, int children, long seed, Path output, Path floor, boolean help) {
        private static final int SAMPLE_FAMILIES = 400;
        private static final long SAMPLE_SEED = 20161103;

        static Options parse(String[] args) {
            Map<String, String> given = new HashMap<>();
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "-h", "--help" -> given.put("--help", "");
                    case "--families", "--children", "--seed", "-o", "--floor" -> {
                        if (i + 1 == args.length) {
                            throw new IllegalArgumentException(args[i] + " needs a value");
                        }
                        given.put(args[i], args[++i]);
                    }
                    default -> throw new IllegalArgumentException("unknown argument " + args[i]);
                }
            }
            return of(given);
        }

        private static Options of(Map<String, String> given) {
            int families = Math.toIntExact(number(given, "--families", SAMPLE_FAMILIES, 1_000_000));
            int children = Math.toIntExact(number(given, "--children", families * 3L / 2, 5_000_000));
            long seed = number(given, "--seed", SAMPLE_SEED, Long.MAX_VALUE);
            Path floor = given.containsKey("--floor") ? Path.of(given.get("--floor")) : null;
            boolean help = given.containsKey("--help");
            boolean sample = families == SAMPLE_FAMILIES
                    && children == SAMPLE_FAMILIES * 3 / 2
                    && seed == SAMPLE_SEED
                    && floor == null;
            if (!sample && !help && !given.containsKey("-o")) {
                throw new IllegalArgumentException("a town other than the sample needs -o DIR");
            }
            Path output = Path.of(given.getOrDefault("-o", "sample-data"));
            if (floor != null
                    && floor.toAbsolutePath()
                            .normalize()
                            .equals(output.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("-o and --floor need two folders");
            }
            if (!help) {
                checkSize(families, children, floor == null);
            }
            return new Options(families, children, seed, output, floor, help);
        }

        private static long number(Map<String, String> given, String name, long otherwise, long most) {
            String value = given.get(name);
            if (value == null) {
                return otherwise;
            }
            if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > most) {
                throw new IllegalArgumentException(name + " needs a whole number up to " + most + ", not " + value);
            }
            return Long.parseLong(value);
        }

        private static void checkSize(int families, int children, boolean withHardCases) {
            int fewest = withHardCases ? 50 : 1;
            int spare = withHardCases ? 20 : 0;
            if (families < fewest) {
                throw new IllegalArgumentException("--families needs at least " + fewest);
            }
            if (children < families + spare) {
                throw new IllegalArgumentException("--children needs at least " + (families + spare));
            }
        }

        int schools() {
            return Math.max(3, families * 3 / 1000);
        }

        int codeDigits() {
            return Math.max(4, String.valueOf(Math.max(families, children)).length());
        }
    }

    // ---- The town ----

    private record School(String code, String name, int lowestLevel, int highestLevel) {
        private static final List<String> NAMES = Names.words("""
                du Bourg, Jean Moulin, des Vergers, Jules Ferry, Marie Curie, Victor Hugo, du Lavoir,
                Jacques Prévert, des Tilleuls, Louise Michel, de la Gare, Antoine de Saint-Exupéry, du Pont-Vieux,
                Simone Veil, des Coteaux, Jean Jaurès, Henri Matisse, de l’Étang, Germaine Tillion, Charles Perrault
                """);
        private static final List<String> FIRST_CODES = List.of("BOURG", "MOULIN", "VERGERS");

        static List<School> ofSample(int count) {
            List<School> schools = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String code = i < FIRST_CODES.size() ? FIRST_CODES.get(i) : numbered("S", 3, i + 1);
                String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + (i / NAMES.size() + 1));
                schools.add(
                        switch (i % 3) {
                            case 0 -> new School(code, "École primaire " + name, 0, 7);
                            case 1 -> new School(code, "École élémentaire " + name, 3, 7);
                            default -> new School(code, "École maternelle " + name, 0, 2);
                        });
            }
            return List.copyOf(schools);
        }

        static List<School> ofRace(int count) {
            List<School> schools = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                schools.add(new School(numbered("EC", 3, i), "École " + i, 0, 7));
            }
            return List.copyOf(schools);
        }

        boolean takes(int level) {
            return lowestLevel <= level && level <= highestLevel;
        }
    }

    private record Home(boolean resident, String address, String postcode, String city) {}

    private record Guardian(String civility, String lastName, String firstName, String email, String phone) {
        static final Guardian NOBODY = new Guardian("", "", "", "", "");

        Guardian writingFrom(String address) {
            return new Guardian(civility, lastName, firstName, address, phone);
        }

        String fullName() {
            return firstName + " " + lastName;
        }
    }

    private record Child(
            String code,
            String lastName,
            String firstName,
            String sex,
            LocalDate birth,
            School school,
            String group,
            String diet,
            String vaccinesUntil) {
        static final List<String> LEVELS = List.of("PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2");

        /** Pupils of 2016-2017: the youngest were born in 2013. */
        static int levelOf(LocalDate birth) {
            return Math.max(0, Math.min(7, 2013 - birth.getYear()));
        }

        boolean learnsToReadOrMore() {
            return birth.getYear() <= 2010;
        }
    }

    private record Family(
            String code,
            String name,
            String quotient,
            Home home,
            Guardian first,
            Guardian second,
            List<Child> children) {
        Child child(int rank) {
            return children.get(rank - 1);
        }
    }

    private record Registration(String child, String activity, String from, String to, String payer) {}

    private record Week(
            String child, String activity, String unit, String days, String from, String to, String weeks) {}

    private record HardCase(String what, String codes, String toSee) {}

    private static final class Town {
        final List<School> schools;
        final List<Family> families = new ArrayList<>();
        final List<Registration> registrations = new ArrayList<>();
        final List<Week> weeks = new ArrayList<>();
        final List<HardCase> hardCases = new ArrayList<>();

        Town(List<School> schools) {
            this.schools = schools;
        }

        void register(Child child, String activity, String from, String to) {
            registrations.add(new Registration(child.code(), activity, from, to, ""));
        }

        void register(Child child, String activity, String from, String to, Family payer) {
            registrations.add(new Registration(child.code(), activity, from, to, payer.code()));
        }

        void book(Child child, String activity, String unit, String days, String from, String to, String weeks) {
            this.weeks.add(new Week(child.code(), activity, unit, days, from, to, weeks));
        }
    }

    // ---- Names, none of them anybody's ----

    private static final class Names {
        private static final List<String> USUAL = words("""
                Martin, Bernard, Petit, Robert, Richard, Durand, Moreau, Laurent, Simon, Michel, Lefèvre, Leroy,
                Roux, David, Bertrand, Morel, Fournier, Girard, Bonnet, Dupuy, Lambert, Fontaine, Rousseau, Muller,
                Henry, Gauthier, Perrin, Clément, Mathieu, Chevalier, Garcia, Lopez, Da Silva, Ferreira, Benali,
                Haddad, Diallo, Traoré, Nowak, Rossi, Le Goff, De Oliveira, Lacoste, Lafargue, Saint-Martin,
                Étcheverry, Noël, Barrère
                """);
        private static final List<String> STEMS = words("""
                Bar, Bel, Ber, Bord, Cam, Cas, Chav, Clav, Cour, Dar, Del, Dom, Dur, Fav, Font, Gar, Goub, Grand,
                Jaub, Lab, Lac, Lam, Larr, Lav, Malv, Mar, Mont, Nav, Pass, Peyr, Poug, Puj, Reyn, Rib, Roqu, Rous,
                Salv, Sarr, Saub, Serr, Taur, Tern, Val, Varr, Vern, Vill
                """);
        private static final List<String> ENDINGS = words("""
                abère, ac, adère, agne, aigne, alet, andier, arède, as, at, audet, edon, elle, enac, ère, eron, et,
                eyre, ibal, ier, illac, ine, ois, olle, osse, ot, oux, uc, urel, y
                """);
        private static final List<String> GIRLS = words("""
                Léa, Chloé, Inès, Manon, Jade, Zoé, Élise, Camille, Louise, Alice, Emma, Lina, Anna, Rose,
                Juliette, Éva, Margaux, Clémence, Agathe, Lucie, Sarah, Romane, Jeanne, Nina, Mathilde, Célia,
                Lola, Capucine, Apolline, Maëlys, Yasmine, Noémie, Anaïs, Salomé, Victoire, Héloïse, Garance,
                Sofia, Amina, Charlotte
                """);
        private static final List<String> BOYS = words("""
                Hugo, Louis, Jules, Gabriel, Noé, Adam, Tom, Théo, Raphaël, Lucas, Léo, Arthur, Nathan, Paul,
                Sacha, Ethan, Maël, Timéo, Martin, Victor, Rayan, Mathis, Clément, Antoine, Baptiste, Axel,
                Gaspard, Eliott, Yanis, Samuel, Augustin, Thibault, Simon, Joachim, Célestin, Loïc, Mehdi,
                Jean-Baptiste, Aurélien, Benoît
                """);
        private static final List<String> MOTHERS = words("""
                Sophie, Céline, Aurélie, Nathalie, Julie, Émilie, Stéphanie, Virginie, Sandrine, Karine, Delphine,
                Hélène, Laëtitia, Caroline, Fatima, Audrey, Claire, Isabelle, Marie, Françoise, Élodie, Nadia,
                Vanessa, Amélie, Marion, Anne-Laure
                """);
        private static final List<String> FATHERS = words("""
                Nicolas, Julien, Sébastien, Christophe, David, Frédéric, Jérôme, Olivier, Thomas, Stéphane, Cédric,
                Guillaume, François, Vincent, Éric, Karim, Mickaël, Pierre, Laurent, Grégory, Benoît, Rachid,
                Ludovic, Arnaud, Damien, Jean-Marc
                """);

        private final Random random;

        Names(Random random) {
            this.random = random;
        }

        static List<String> words(String text) {
            return List.of(text.strip().split(",\\s+"));
        }

        String family() {
            double kind = random.nextDouble();
            if (kind < 0.3) {
                return one(USUAL);
            }
            return kind < 0.95 ? made() : made() + "-" + made();
        }

        private String made() {
            return one(STEMS) + one(ENDINGS);
        }

        String child(String sex) {
            return one(sex.equals("F") ? GIRLS : BOYS);
        }

        String adult(String civility) {
            return one(civility.equals("Mme") ? MOTHERS : FATHERS);
        }

        String one(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    // ---- Families, guardians and children ----

    private static final class People {
        private static final List<String> STREETS = Names.words("""
                rue des Écoles, avenue de la République, place de la Mairie, chemin du Lavoir, impasse des Lilas,
                rue du Pont-Vieux, allée des Tilleuls, route de Castelmorel, rue de l'Église, chemin des Coteaux
                """);
        private static final List<Home> NEIGHBOURS = List.of(
                new Home(false, "", "24697", "Castelmorel"),
                new Home(false, "", "24698", "Saint-Aubrac-le-Vieux"),
                new Home(false, "", "24699", "Pouyferrand"));
        private static final List<String> DIETS = List.of(
                "", "", "", "", "", "", "", "sans porc", "sans porc", "sans viande", "sans viande", "sans gluten");

        private static final Pattern NOT_IN_MAIL = Pattern.compile("[^a-z-]");

        private final Town town;
        private final Random random;
        private final Names names;
        private final int codeDigits;
        private final Map<String, Integer> logins = new HashMap<>();
        private int children;
        private boolean someQuotientsMissing;

        People(Town town, Random random, int codeDigits) {
            this.town = town;
            this.random = random;
            this.names = new Names(random);
            this.codeDigits = codeDigits;
        }

        People withSomeQuotientsMissing() {
            someQuotientsMissing = true;
            return this;
        }

        int children() {
            return children;
        }

        /** One child a family, the others anywhere. */
        void settle(int families, int children) {
            int[] sizes = new int[families];
            Arrays.fill(sizes, 1);
            for (int i = families; i < children; i++) {
                sizes[random.nextInt(families)]++;
            }
            for (int size : sizes) {
                Draft draft = draft(names.family());
                for (int i = 0; i < size; i++) {
                    draft.anyChild();
                }
                draft.settle();
            }
        }

        Draft draft(String name) {
            return new Draft(name);
        }

        Home homeHere() {
            return new Home(true, address(), "24696", "Valmourin");
        }

        Home homeElsewhere() {
            Home town = NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()));
            return new Home(false, address(), town.postcode(), town.city());
        }

        private String address() {
            return 1 + random.nextInt(180) + " " + names.one(STREETS);
        }

        private String anyQuotient() {
            int quotient = 120 + random.nextInt(2081);
            return someQuotientsMissing && random.nextDouble() < 0.05 ? "" : String.valueOf(quotient);
        }

        private Guardian newGuardian(String civility, String lastName, String firstName) {
            return new Guardian(civility, lastName, firstName, "", phone());
        }

        /** A range of numbers that the regulator keeps for fiction. */
        private String phone() {
            return numbered("063998", 4, random.nextInt(10_000));
        }

        private Guardian withEmail(Guardian guardian) {
            String local = shortened(mailPart(guardian.firstName()) + "." + mailPart(guardian.lastName()));
            int uses = logins.merge(local, 1, Integer::sum);
            return guardian.writingFrom(local + (uses == 1 ? "" : String.valueOf(uses)) + "@example.org");
        }

        private static String mailPart(String name) {
            String plain = Normalizer.normalize(name.replace("Ł", "L").replace("ł", "l"), Normalizer.Form.NFD);
            return NOT_IN_MAIL
                    .matcher(plain.toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .replaceAll("");
        }

        private static String shortened(String local) {
            return local.length() <= 48 ? local : local.substring(0, 48).replaceAll("[.-]+$", "");
        }

        /** A family on its way in: what a case doesn't say is drawn. */
        private final class Draft {
            private final String name;
            private final int schoolPick = random.nextInt(1 << 20);
            private final List<Child> brood = new ArrayList<>();
            private String quotient = anyQuotient();
            private Home home = random.nextDouble() < 0.06 ? homeElsewhere() : homeHere();
            private Guardian first;
            private Guardian second;
            private boolean hasEmail = true;

            Draft(String name) {
                this.name = name;
                String civility = random.nextDouble() < 0.7 ? "Mme" : "M.";
                first = newGuardian(civility, name, names.adult(civility));
                second = random.nextDouble() < 0.7 ? partner(civility) : Guardian.NOBODY;
            }

            private Guardian partner(String civilityOfFirst) {
                String civility = civilityOfFirst.equals("Mme") ? "M." : "Mme";
                String lastName = random.nextDouble() < 0.6 ? name : names.family();
                return newGuardian(civility, lastName, names.adult(civility));
            }

            Draft quotient(String value) {
                quotient = value;
                return this;
            }

            Draft at(Home value) {
                home = value;
                return this;
            }

            Draft guardian(String civility, String firstName) {
                first = newGuardian(civility, name, firstName);
                second = Guardian.NOBODY;
                return this;
            }

            Draft secondGuardian(String civility, String lastName, String firstName) {
                second = newGuardian(civility, lastName, firstName);
                return this;
            }

            Draft withoutEmail() {
                hasEmail = false;
                return this;
            }

            Draft child(String firstName, String sex, String birth) {
                return child(name, firstName, sex, birth);
            }

            Draft child(String lastName, String firstName, String sex, String birth) {
                return child(lastName, firstName, sex, LocalDate.parse(birth), names.one(DIETS));
            }

            Draft child(String lastName, String firstName, String sex, LocalDate birth, String diet) {
                int level = Child.levelOf(birth);
                List<School> possible =
                        town.schools.stream().filter(s -> s.takes(level)).toList();
                School school = possible.get(schoolPick % possible.size());
                String group = Child.LEVELS.get(level) + (random.nextBoolean() ? " A" : " B");
                String code = numbered("E", codeDigits, ++children);
                brood.add(new Child(code, lastName, firstName, sex, birth, school, group, diet, vaccines()));
                return this;
            }

            Draft anyChild() {
                String sex = random.nextBoolean() ? "F" : "M";
                String lastName = !second.lastName().isEmpty() && random.nextDouble() < 0.2 ? second.lastName() : name;
                String firstName = names.child(sex);
                LocalDate birth = anyBirth();
                for (int tries = 0; tries < 20 && isUnlikely(firstName, birth); tries++) {
                    firstName = names.child(sex);
                    birth = anyBirth();
                }
                return child(lastName, firstName, sex, birth, names.one(DIETS));
            }

            private LocalDate anyBirth() {
                return LocalDate.of(2006 + random.nextInt(8), 1, 1).plusDays(random.nextInt(365));
            }

            /** A brother's name, or born within ten months of one. */
            private boolean isUnlikely(String firstName, LocalDate birth) {
                return brood.stream()
                        .anyMatch(other -> other.firstName().equals(firstName)
                                || Math.abs(other.birth().toEpochDay() - birth.toEpochDay()) < 300);
            }

            /** A child who lives with another family too. */
            Draft child(Child shared) {
                brood.add(shared);
                return this;
            }

            private String vaccines() {
                return random.nextDouble() < 0.1
                        ? ""
                        : LocalDate.of(2016, 9, 1)
                                .plusDays(random.nextInt(2000))
                                .toString();
            }

            Family settle() {
                String code = numbered("F", codeDigits, town.families.size() + 1);
                boolean bothWrite = second != Guardian.NOBODY && random.nextBoolean();
                Family family = new Family(
                        code,
                        name,
                        quotient,
                        home,
                        hasEmail ? withEmail(first) : first,
                        bothWrite ? withEmail(second) : second,
                        List.copyOf(brood));
                town.families.add(family);
                return family;
            }
        }
    }

    // ---- What the sample town's children do ----

    private static final class Habits {
        private final Town town;
        private final Random random;
        private final Places days;
        private final Places halves;
        private final List<String> waiting = new ArrayList<>();

        Habits(Town town, Random random, int families) {
            this.town = town;
            this.random = random;
            int places = Capacity.WEDNESDAY.days(families);
            // Two too many in even weeks, so that somebody waits.
            this.days = new Places(places + 2, places - 3);
            this.halves = new Places(Capacity.WEDNESDAY.halves(families), Capacity.WEDNESDAY.halves(families));
        }

        void draw(Child child) {
            canteen(child);
            childcare(child);
            wednesdays(child);
            holidays(child);
        }

        void meals(Child child, String chosen) {
            register(child, "CANTINE");
            year(child, "CANTINE", "REPAS", chosen);
        }

        void register(Child child, String activity) {
            town.register(child, activity, FIRST_DAY, activity.equals("VACANCES") ? "2017-08-31" : LAST_DAY);
        }

        void year(Child child, String activity, String unit, String chosen) {
            town.book(child, activity, unit, chosen, FIRST_DAY, LAST_DAY, "all");
        }

        private void canteen(Child child) {
            double style = random.nextDouble();
            String chosen = style < 0.55 ? FOUR_DAYS : style < 0.9 ? some(FOUR_DAYS, 0.6) : "";
            if (chosen.isEmpty()) {
                if (random.nextBoolean()) {
                    register(child, "CANTINE");
                }
                return;
            }
            double turn = random.nextDouble();
            if (turn < 0.04) {
                alternatingMeals(child, chosen);
            } else if (turn < 0.12) {
                mealsThatChangeAtChristmas(child, chosen);
            } else {
                meals(child, chosen);
            }
        }

        /** A rule is known by its first day, so the odd weeks' one begins on the first odd Monday. */
        void alternatingMeals(Child child, String chosen) {
            register(child, "CANTINE");
            town.book(child, "CANTINE", "REPAS", chosen, FIRST_DAY, LAST_DAY, "even");
            String others = some(FOUR_DAYS, 0.4);
            if (!others.isEmpty()) {
                town.book(child, "CANTINE", "REPAS", others, "2016-11-07", LAST_DAY, "odd");
            }
        }

        private void mealsThatChangeAtChristmas(Child child, String chosen) {
            register(child, "CANTINE");
            town.book(child, "CANTINE", "REPAS", chosen, FIRST_DAY, "2016-12-16", "all");
            town.book(child, "CANTINE", "REPAS", FOUR_DAYS, "2017-01-03", LAST_DAY, "all");
        }

        private void childcare(Child child) {
            int before = town.weeks.size();
            session(child, "MATIN", FIVE_DAYS, 0.25);
            session(child, "MIDI", FOUR_DAYS, 0.05);
            session(child, "SOIR", FOUR_DAYS, 0.4);
            if (random.nextDouble() < 0.12) {
                tapDay(child);
            }
            if (child.learnsToReadOrMore()) {
                session(child, "ETUDES", FOUR_DAYS, 0.15);
            }
            if (town.weeks.size() > before || random.nextDouble() < 0.05) {
                register(child, "ACCUEILS");
            }
        }

        private void session(Child child, String unit, String open, double share) {
            String chosen = random.nextDouble() < share ? some(open, 0.7) : "";
            if (!chosen.isEmpty()) {
                year(child, "ACCUEILS", unit, chosen);
            }
        }

        /** Both days named once for the year: the unit's opening days decide which of them it is. */
        void tapDay(Child child) {
            year(child, "ACCUEILS", "APTAP", "tue,thu");
        }

        private void wednesdays(Child child) {
            double style = random.nextDouble();
            if (style < 0.13) {
                int turn = random.nextInt(10);
                wednesday(child, style < 0.11 ? "JOURNEE" : "DEMI", turn < 7 ? "all" : turn < 9 ? "even" : "odd");
            }
        }

        void wednesday(Child child, String unit, String weeks) {
            Places wanted = unit.equals("JOURNEE") ? days : halves;
            if (wanted.take(weeks)) {
                register(child, "MERCREDI");
                town.book(child, "MERCREDI", unit, "wed", FIRST_DAY, LAST_DAY, weeks);
                if (wanted == days && days.leftInEvenWeeks() < 2 && !weeks.equals("odd")) {
                    waiting.add(child.code());
                }
            }
        }

        /** Those who came when the places of the even weeks were gone. */
        List<String> waiting() {
            return waiting;
        }

        private void holidays(Child child) {
            if (random.nextDouble() < 0.1) {
                register(child, "VACANCES");
                String unit = random.nextDouble() < 0.8 ? "JOURNEE" : "DEMI";
                holidayWeek(child, unit, "2016-12-19", "2016-12-23");
                holidayWeek(child, unit, "2017-02-20", "2017-02-24");
                holidayWeek(child, unit, "2017-04-17", "2017-04-21");
                holidayWeek(child, unit, "2017-07-10", "2017-07-28");
            }
        }

        private void holidayWeek(Child child, String unit, String from, String to) {
            if (random.nextDouble() < 0.4) {
                town.book(child, "VACANCES", unit, FIVE_DAYS, from, to, "all");
            }
        }

        private String some(String open, double share) {
            return Arrays.stream(open.split(","))
                    .filter(day -> random.nextDouble() < share)
                    .collect(Collectors.joining(","));
        }
    }

    /** Places of a unit, counted for even and odd weeks. */
    private static final class Places {
        private int even;
        private int odd;

        Places(int even, int odd) {
            this.even = even;
            this.odd = odd;
        }

        int leftInEvenWeeks() {
            return even;
        }

        boolean take(String weeks) {
            int ofEven = weeks.equals("odd") ? 0 : 1;
            int ofOdd = weeks.equals("even") ? 0 : 1;
            if (even < ofEven || odd < ofOdd) {
                return false;
            }
            even -= ofEven;
            odd -= ofOdd;
            return true;
        }
    }

    /** Capacities for 400 families, which grow with the town. */
    private enum Capacity {
        WEDNESDAY(40, 20),
        HOLIDAYS(48, 24);

        private final int days;
        private final int halves;

        Capacity(int days, int halves) {
            this.days = days;
            this.halves = halves;
        }

        int days(int families) {
            return scaled(days, families);
        }

        int halves(int families) {
            return scaled(halves, families);
        }

        private static int scaled(int places, int families) {
            return (int) (places * Math.max(400L, families) / 400);
        }
    }

    // ---- Hard cases, on purpose ----

    private static final class HardCases {
        private final Town town;
        private final People people;
        private final Habits habits;

        HardCases(Town town, People people, Habits habits) {
            this.town = town;
            this.people = people;
            this.habits = habits;
        }

        void addAll() {
            fiveMeals();
            everyActivity();
            withoutEmail();
            withoutQuotient();
            quotientsAtTheEdge();
            twoFamilies();
            movedAway();
            homonyms();
            accents();
            arrivesInMidMonth();
            longName();
            awkwardAddress();
            bornAroundNewYear();
            alternatingWeeks();
            fiveChildren();
            neverBooked();
        }

        private People.Draft resident(String name, String quotient) {
            return people.draft(name).at(people.homeHere()).quotient(quotient);
        }

        private Family everyday(People.Draft draft) {
            Family family = draft.settle();
            family.children().forEach(child -> habits.meals(child, FOUR_DAYS));
            return family;
        }

        private void note(String what, String codes, String toSee) {
            town.hardCases.add(new HardCase(what, codes, toSee));
        }

        private void fiveMeals() {
            Family family = resident("Dupont", "711")
                    .guardian("Mme", "Sandra")
                    .child("Kévin", "M", "2008-05-14")
                    .settle();
            Child child = family.child(1);
            town.register(child, "CANTINE", FIRST_DAY, "2016-11-18");
            town.book(child, "CANTINE", "REPAS", "thu,fri", FIRST_DAY, "2016-11-18", "all");
            note(
                    "registration ends in mid-month",
                    family.code() + ", " + child.code(),
                    "CANTINE ends on 18 November: 5 meals at 2.70, 13.50, the tutorial's example");
        }

        private void everyActivity() {
            Family family = resident("Vernalet", "1184")
                    .guardian("M.", "Frédéric")
                    .secondGuardian("Mme", "Lacoste", "Hélène")
                    .child("Charlotte", "F", "2009-01-01")
                    .child("Lacoste", "Noé", "M", "2012-02-29")
                    .settle();
            Child elder = family.child(1);
            habits.meals(elder, FOUR_DAYS);
            habits.register(elder, "ACCUEILS");
            habits.year(elder, "ACCUEILS", "MATIN", FIVE_DAYS);
            habits.year(elder, "ACCUEILS", "ETUDES", "mon,fri");
            habits.tapDay(elder);
            habits.wednesday(elder, "JOURNEE", "all");
            habits.register(elder, "VACANCES");
            Child younger = family.child(2);
            habits.meals(younger, FOUR_DAYS);
            habits.register(younger, "ACCUEILS");
            habits.year(younger, "ACCUEILS", "SOIR", FOUR_DAYS);
            note(
                    "every activity, two guardians, brother and sister with different names",
                    family.code() + ", " + elder.code() + ", " + younger.code(),
                    elder.code() + " follows the TAP day with one typical week (`tue,thu`); " + younger.code()
                            + " was born on 29 February and counts for the tax certificate (under six)");
        }

        private void withoutEmail() {
            Family family = everyday(resident("Lavernier", "480")
                    .guardian("Mme", "Monique")
                    .withoutEmail()
                    .child("Jules", "M", "2010-09-21"));
            note("no e-mail", family.code(), "no login, no mail, nothing paid online; a letter");
        }

        private void withoutQuotient() {
            Family here = everyday(resident("Belloc", "").child("Anaïs", "F", "2007-03-02"));
            Family elsewhere = everyday(people.draft("Marquine")
                    .quotient("")
                    .at(people.homeElsewhere())
                    .child("Axel", "M", "2011-11-30"));
            note(
                    "no quotient",
                    here.code() + ", " + elsewhere.code(),
                    "the grid's highest price and a warning: 3.60; 5.40 for the second, who lives elsewhere");
        }

        private void quotientsAtTheEdge() {
            Family on = everyday(resident("Pujet", "623").child("Rose", "F", "2009-06-17"));
            note("quotient on a band's edge", on.code(), "623: the band that begins there, 2.70");
            Family below = everyday(resident("Larrac", "622.50").child("Gaspard", "M", "2010-04-08"));
            note("decimal quotient", below.code(), "622.50: below the edge, 1.00");
            Family zero = everyday(resident("Taurine", "0").child("Lina", "F", "2012-12-05"));
            note("quotient 0", zero.code(), "a quotient like another: 1.00, no warning");
        }

        private void twoFamilies() {
            Family mother = resident("Fontarède", "890")
                    .guardian("Mme", "Claire")
                    .child("Peyronnet", "Éva", "F", "2009-10-12")
                    .settle();
            Child child = mother.child(1);
            Family father = resident("Peyronnet", "1620")
                    .guardian("M.", "Arnaud")
                    .child(child)
                    .settle();
            town.register(child, "CANTINE", FIRST_DAY, "2016-11-20", mother);
            town.book(child, "CANTINE", "REPAS", FOUR_DAYS, FIRST_DAY, "2016-11-20", "all");
            town.register(child, "CANTINE", "2016-11-21", LAST_DAY, father);
            town.book(child, "CANTINE", "REPAS", FOUR_DAYS, "2016-11-21", LAST_DAY, "all");
            town.register(child, "ACCUEILS", FIRST_DAY, LAST_DAY, mother);
            habits.year(child, "ACCUEILS", "SOIR", "mon,thu");
            town.register(child, "VACANCES", FIRST_DAY, "2017-08-31", mother);
            town.register(child, "VACANCES", FIRST_DAY, "2017-08-31", father);
            note(
                    "a child with two families",
                    child.code() + ": " + mother.code() + ", " + father.code(),
                    "the payer of CANTINE changes on 21 November (2.70, then 3.60); both are registered for VACANCES at"
                            + " the same time");
        }

        private void movedAway() {
            Home home = new Home(false, "27 route de Valmourin", "24697", "Castelmorel");
            Family family = everyday(people.draft("Roubaud")
                    .quotient("760")
                    .at(home)
                    .child("Timéo", "M", "2008-08-19")
                    .child("Agathe", "F", "2011-01-27"));
            note("moved to another town", family.code(), "the children stay at their school: non-resident, 5.40");
        }

        private void homonyms() {
            Family one = everyday(
                    resident("Garnier", "540").guardian("Mme", "Sylvie").child("Emma", "F", "2009-04-03"));
            Family other = everyday(
                    resident("Garnier", "1350").guardian("M.", "Didier").child("Emma", "F", "2009-11-22"));
            note(
                    "homonymous children",
                    one.child(1).code() + ", " + other.child(1).code(),
                    "two Emma Garnier of one level (a few others by chance), in families " + one.code() + " and "
                            + other.code());
            Family first =
                    everyday(resident("Petit", "980").guardian("Mme", "Marie").child("Lucas", "M", "2010-02-15"));
            Family second =
                    everyday(resident("Petit", "2050").guardian("Mme", "Marie").child("Zoé", "F", "2007-07-09"));
            note(
                    "homonymous families",
                    first.code() + ", " + second.code(),
                    "two Marie Petit: " + first.first().email() + " and "
                            + second.first().email());
        }

        private void accents() {
            List<Family> families = List.of(
                    accented("N'Diaye", "Mme", "Aïssatou", "Moïse", "M", "310"),
                    accented("D'Almeida", "M.", "Éloi", "Éloïse", "F", "1010"),
                    accented("Wójcik", "M.", "Łukasz", "Łucja", "F", "1240"),
                    accented("Nguyễn", "Mme", "Thị Ánh", "Đức", "M", "870"),
                    accented("Şahin", "Mme", "Çağla", "İlker", "M", "655"),
                    accented("O’Brien", "Mme", "Zoë", "Chloë", "F", "1730"),
                    accented("Strauß-Œrsted", "M.", "Jürgen", "Håkon", "M", "1460"));
            note(
                    "accents and apostrophes",
                    families.stream().map(Family::code).collect(Collectors.joining(", ")),
                    families.stream().map(family -> family.first().fullName()).collect(Collectors.joining(", ")));
        }

        private Family accented(
                String name, String civility, String guardian, String child, String sex, String quotient) {
            String birth = "2009-0" + (1 + town.families.size() % 9) + "-15";
            return everyday(
                    resident(name, quotient).guardian(civility, guardian).child(child, sex, birth));
        }

        private void arrivesInMidMonth() {
            Family family = resident("Clavière", "1505")
                    .child("Mathilde", "F", "2008-02-11")
                    .settle();
            Child child = family.child(1);
            town.register(child, "CANTINE", "2016-11-21", LAST_DAY);
            town.book(child, "CANTINE", "REPAS", FOUR_DAYS, "2016-11-21", LAST_DAY, "all");
            note("registration begins in mid-month", family.code() + ", " + child.code(), "from 21 November: 6 meals");
        }

        private void longName() {
            String name =
                    "de Montferrand-Puylaurens de la Tour d'Auvergnac de Castelmorel-Pouyferrand et du Bois d'Argentières";
            Family family = everyday(resident(name, "1995")
                    .guardian("Mme", "Marie-Antoinette")
                    .child("Jean-Baptiste", "M", "2009-09-09"));
            note("a name of 100 characters", family.code(), "tables, letters and PDFs hold it or cut it cleanly");
        }

        private void awkwardAddress() {
            Home home = new Home(true, "12 bis, lieu-dit \"Le Petit Bois\"; bâtiment C", "24696", "Valmourin");
            Family family =
                    everyday(people.draft("Sarrouy").quotient("425").at(home).child("Sofia", "F", "2011-05-23"));
            note("separator and quotes in a field", family.code(), "the address, the only quoted field");
        }

        private void bornAroundNewYear() {
            Family family = resident("Reynal", "720")
                    .child("Léonie", "F", "2009-12-31")
                    .child("Léandre", "M", "2010-01-01")
                    .settle();
            for (Child child : family.children()) {
                habits.register(child, "ACCUEILS");
                habits.year(child, "ACCUEILS", "SOIR", FOUR_DAYS);
            }
            note(
                    "twins born around midnight",
                    family.child(1).code() + ", " + family.child(2).code(),
                    "for 2016 only " + family.child(2).code() + ", born on 1 January 2010, counts as under six");
        }

        private void alternatingWeeks() {
            Family family = resident("Bordenac", "1120")
                    .child("Sacha", "M", "2008-10-02")
                    .settle();
            Child child = family.child(1);
            habits.register(child, "CANTINE");
            town.book(child, "CANTINE", "REPAS", FOUR_DAYS, FIRST_DAY, LAST_DAY, "even");
            town.book(child, "CANTINE", "REPAS", "mon", "2016-11-07", LAST_DAY, "odd");
            note(
                    "even and odd weeks",
                    family.code() + ", " + child.code(),
                    "four meals in even weeks, Mondays in odd ones");
        }

        private void fiveChildren() {
            Family family = everyday(resident("Malvois", "230")
                    .child("Jeanne", "F", "2006-02-02")
                    .child("Samuel", "M", "2007-11-11")
                    .child("Garance", "F", "2009-05-20")
                    .child("Victor", "M", "2011-08-30")
                    .child("Nina", "F", "2013-01-15"));
            note("five children in one family", family.code(), "one invoice");
        }

        private void neverBooked() {
            Family absent = resident("Ternois", "1300")
                    .child("Arthur", "M", "2010-07-07")
                    .settle();
            note("no registration", absent.code(), "no invoice");
            Family occasional = resident("Villaigne", "950")
                    .child("Louise", "F", "2008-03-30")
                    .settle();
            habits.register(occasional.child(1), "CANTINE");
            note(
                    "registered, no typical week",
                    occasional.code() + ", " + occasional.child(1).code(),
                    "for bookings day by day; no invoice until then");
        }
    }

    // ---- perisco's files ----

    private static final class Csv implements Closeable {
        private final BufferedWriter out;

        Csv(Path file, String header) throws IOException {
            out = Files.newBufferedWriter(file);
            line(header);
        }

        void row(String... fields) throws IOException {
            for (int i = 0; i < fields.length; i++) {
                out.write(i == 0 ? "" : ";");
                out.write(quoted(fields[i]));
            }
            out.write('\n');
        }

        private void line(String line) throws IOException {
            out.write(line);
            out.write('\n');
        }

        private static String quoted(String field) {
            boolean plain = field.indexOf(';') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
            return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /**
     * What the ministry's ONDE extracts of the nursery school, some weeks after the office's own list was made: one pupil has left, one is
     * in another class, a sister and a new family have come, and nobody has named one pupil's guardians yet.
     */
    private static final class OndeFiles {
        private static final String SCHOOL = "VERGERS";
        private static final String PUPIL_HEADER = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;"
                + "Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;"
                + "Identifiant classe;Attestation fournie;Autorisation associations;Autorisation photo;"
                + "Décision de passage";
        private static final String GUARDIAN_HEADER = "Civilité Responsable;Nom usage responsable;Nom responsable;"
                + "Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;"
                + "Téléphone domicile;Téléphone travail;Téléphone portable";
        private static final String CHILD_HEADER =
                ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

        /**
         * @param families those that the child belongs to
         */
        private record Pupil(Child child, List<Family> families) {
            static final Comparator<Pupil> BY_NAME = Comparator.comparing(
                            (Pupil pupil) -> upper(pupil.child.lastName()))
                    .thenComparing(pupil -> pupil.child.firstName())
                    .thenComparing(pupil -> pupil.child.birth());

            Pupil in(String group) {
                return new Pupil(
                        new Child(
                                child.code(),
                                child.lastName(),
                                child.firstName(),
                                child.sex(),
                                child.birth(),
                                child.school(),
                                group,
                                child.diet(),
                                child.vaccinesUntil()),
                        families);
            }
        }

        private final Town town;
        private final Random random;
        private final Names names;
        private final List<Pupil> pupils = new ArrayList<>();

        OndeFiles(Town town, Random random) {
            this.town = town;
            this.random = random;
            this.names = new Names(random);
        }

        void write(Path folder) throws IOException {
            enrol();
            change();
            pupils.sort(Pupil.BY_NAME);
            writePupils(folder.resolve("onde-pupils.csv"));
            writeGuardians(folder.resolve("onde-guardians.csv"));
        }

        private void enrol() {
            Map<Child, List<Family>> families = new LinkedHashMap<>();
            for (Family family : town.families) {
                for (Child child : family.children()) {
                    if (child.school().code().equals(SCHOOL)) {
                        families.computeIfAbsent(child, one -> new ArrayList<>())
                                .add(family);
                    }
                }
            }
            families.forEach((child, its) -> pupils.add(new Pupil(child, its)));
        }

        private void change() {
            Pupil moved = pupils.get(0);
            String group = moved.child().group();
            pupils.set(0, moved.in(group.substring(0, group.length() - 1) + (group.endsWith("A") ? "B" : "A")));
            pupils.remove(pupils.size() - 1);
            Family known = pupils.get(pupils.size() / 2).families().get(0);
            add(known, known.name(), "Apolline", "F", "2013-05-06");
            Home home = new Home(true, "4 impasse des Lilas", "24696", "Valmourin");
            Family family = family("Castelroux", home, "Mme", "Élodie");
            add(family, "Castelroux", "Maëlys", "F", "2012-08-14");
            add(family("Peyrolle", home, "", ""), "Peyrolle", "Timéo", "M", "2011-02-21");
        }

        /** A family with one guardian, or none that anybody named. */
        private static Family family(String name, Home home, String civility, String firstName) {
            Guardian guardian = civility.isEmpty()
                    ? Guardian.NOBODY
                    : new Guardian(
                            civility,
                            name,
                            firstName,
                            People.mailPart(firstName) + "." + People.mailPart(name) + "@example.org",
                            "0639980001");
            return new Family("", name, "", home, guardian, Guardian.NOBODY, List.of());
        }

        private void add(Family family, String lastName, String firstName, String sex, String birth) {
            LocalDate born = LocalDate.parse(birth);
            String group = Child.LEVELS.get(Child.levelOf(born)) + " A";
            School school = pupils.get(0).child().school();
            Child child = new Child("", lastName, firstName, sex, born, school, group, "", "");
            pupils.add(new Pupil(child, List.of(family)));
        }

        private void writePupils(Path file) throws IOException {
            try (Csv csv = new Csv(file, PUPIL_HEADER)) {
                int number = 120_000_000;
                for (Pupil pupil : pupils) {
                    csv.row(pupilRow(pupil, number++));
                }
            }
        }

        private String[] pupilRow(Pupil pupil, int number) {
            Child child = pupil.child();
            int level = Child.levelOf(child.birth());
            List<String> row = new ArrayList<>(List.of(
                    upper(child.lastName()),
                    "",
                    child.firstName(),
                    DAY.format(child.birth()),
                    child.sex(),
                    number + letter() + letter()));
            addHome(row, pupil.families().get(0));
            if (pupil.families().size() > 1) {
                addHome(row, pupil.families().get(1));
            } else {
                row.addAll(List.of("", "", "", ""));
            }
            row.addAll(List.of(
                    "MATERNELLE",
                    Child.LEVELS.get(level),
                    child.group(),
                    String.valueOf(10_001 + 2 * level + (child.group().endsWith("A") ? 0 : 1)),
                    yesOrNo(),
                    yesOrNo(),
                    yesOrNo(),
                    ""));
            return row.toArray(String[]::new);
        }

        private String letter() {
            return String.valueOf((char) ('A' + random.nextInt(26)));
        }

        private String yesOrNo() {
            return names.one(List.of("Oui", "Oui", "Non"));
        }

        private static void addHome(List<String> row, Family family) {
            Home home = family.home();
            row.addAll(List.of(home.address(), home.postcode(), upper(home.city()), "FRANCE"));
        }

        private void writeGuardians(Path file) throws IOException {
            Map<Family, List<Child>> children = new LinkedHashMap<>();
            for (Pupil pupil : pupils) {
                for (Family family : pupil.families()) {
                    children.computeIfAbsent(family, one -> new ArrayList<>()).add(pupil.child());
                }
            }
            int most = children.values().stream().mapToInt(List::size).max().orElseThrow();
            try (Csv csv = new Csv(file, GUARDIAN_HEADER + CHILD_HEADER.repeat(most))) {
                for (Map.Entry<Family, List<Child>> entry : children.entrySet()) {
                    Family family = entry.getKey();
                    for (Guardian guardian : List.of(family.first(), family.second())) {
                        if (!guardian.lastName().isEmpty()) {
                            csv.row(guardianRow(guardian, family, entry.getValue(), most));
                        }
                    }
                }
            }
        }

        private static String[] guardianRow(Guardian guardian, Family family, List<Child> children, int most) {
            List<String> row = new ArrayList<>(
                    List.of(upper(guardian.civility()), "", upper(guardian.lastName()), guardian.firstName()));
            addHome(row, family);
            row.addAll(List.of(guardian.email(), "", "", guardian.phone()));
            for (int i = 0; i < most; i++) {
                row.addAll(
                        i < children.size()
                                ? List.of(
                                        "",
                                        upper(children.get(i).lastName()),
                                        children.get(i).firstName(),
                                        children.get(i).group())
                                : List.of("", "", "", ""));
            }
            return row.toArray(String[]::new);
        }

        private static String upper(String name) {
            return name.toUpperCase(Locale.FRENCH);
        }
    }

    private static final class TownFiles {
        private static final String FAMILY_HEADER = "family;family_name;quotient;quotient_from;resident;"
                + "guardian_civility;guardian_last_name;guardian_first_name;guardian_email;guardian_phone;"
                + "guardian2_civility;guardian2_last_name;guardian2_first_name;guardian2_email;guardian2_phone;"
                + "address;postcode;city;child;child_last_name;child_first_name;birth_date;sex;school;class;diet;"
                + "vaccines_until";

        static void write(Path folder, List<Family> families, Town town, boolean withIncome) throws IOException {
            try (Csv csv = new Csv(
                    folder.resolve("families.csv"),
                    FAMILY_HEADER + (withIncome ? ";dependents;income;income_on" : ""))) {
                for (Family family : families) {
                    for (Child child : family.children()) {
                        csv.row(familyRow(family, child, withIncome));
                    }
                }
            }
            try (Csv csv = new Csv(folder.resolve("registrations.csv"), "child;activity;from;to;family")) {
                for (Registration r : town.registrations) {
                    csv.row(r.child(), r.activity(), r.from(), r.to(), r.payer());
                }
            }
            try (Csv csv = new Csv(folder.resolve("weeks.csv"), "child;activity;unit;days;from;to;weeks")) {
                for (Week w : town.weeks) {
                    csv.row(w.child(), w.activity(), w.unit(), w.days(), w.from(), w.to(), w.weeks());
                }
            }
        }

        private static String[] familyRow(Family family, Child child, boolean withIncome) {
            List<String> row = new ArrayList<>(List.of(
                    family.code(),
                    family.name(),
                    family.quotient(),
                    family.quotient().isEmpty() ? "" : QUOTIENT_DAY,
                    family.home().resident() ? "yes" : "no"));
            addGuardian(row, family.first());
            addGuardian(row, family.second());
            row.addAll(List.of(
                    family.home().address(),
                    family.home().postcode(),
                    family.home().city(),
                    child.code(),
                    child.lastName(),
                    child.firstName(),
                    child.birth().toString(),
                    child.sex(),
                    child.school().code(),
                    child.group(),
                    child.diet(),
                    child.vaccinesUntil()));
            if (withIncome) {
                row.addAll(income(family));
            }
            return row.toArray(String[]::new);
        }

        private static void addGuardian(List<String> row, Guardian guardian) {
            row.addAll(List.of(
                    guardian.civility(),
                    guardian.lastName(),
                    guardian.firstName(),
                    guardian.email(),
                    guardian.phone()));
        }

        /** A year's income that would give about this quotient: two parts, and a half for each child. */
        private static List<String> income(Family family) {
            int dependents = family.children().size();
            if (family.quotient().isEmpty()) {
                return List.of(String.valueOf(dependents), "", "");
            }
            long income = Math.round(Double.parseDouble(family.quotient()) * 6 * (4 + dependents));
            return List.of(String.valueOf(dependents), String.valueOf(income), QUOTIENT_DAY);
        }
    }

    /** What both towns' offices share. */
    private static final class Setup {
        private static final String OFFICE = """
                # An invented office: no such town, and numbers that belong to nobody.
                office.name=Service périscolaire de Valmourin
                office.address=1 place de la Mairie
                office.postcode=24696
                office.city=Valmourin
                office.phone=05 36 49 10 20
                office.email=periscolaire@valmourin.example
                office.code=05
                office.zone=A
                office.school-week=mon,tue,wed,thu,fri
                office.alsace-moselle=false
                office.hours=Du lundi au vendredi, de 8h30 à 11h30
                invoice.number=F{office}{yy}{mm}{seq:4}
                credit.number=A{office}{yy}{mm}{seq:4}
                invoice.due-days=30
                reminder.treasury-days=90
                reminder.treasury-minimum=15.00
                retention.families-years=2
                retention.invoices-years=10
                payfip.numcli=012345
                payfip.saisie=T
                payfip.url=https://www.payfip.gouv.fr/tpa/paiement.web
                payfip.return-url=https://portail.valmourin.example/paiement/retour
                payfip.maximum=9999.99
                mail.from=periscolaire@valmourin.example
                mail.reply-to=periscolaire@valmourin.example
                """;
        private static final String REMINDERS = """
                level;days;minimum;title;text
                1;8;5.00;Rappel de paiement;Madame, Monsieur,\\n\\nSauf erreur de notre part, les factures ci-dessous restent à régler, pour un total de {amount}. La plus ancienne était à payer avant le {due_on}.\\n\\nIl s’agit peut-être d’un oubli : nous vous remercions de bien vouloir les régler dans les huit jours.
                2;30;15.00;Deuxième relance;Madame, Monsieur,\\n\\nMalgré notre premier rappel, vous restez redevables de {amount} pour les factures ci-dessous ({invoices}).\\n\\nNous vous prions de régler cette somme sous quinze jours. Si vous rencontrez des difficultés, prenez contact avec nous dès à présent : un règlement en plusieurs fois peut être convenu.
                3;60;15.00;Dernière relance avant transmission au Trésor public;Madame, Monsieur,\\n\\nNos relances sont restées sans effet. À la date du {sent_on}, la famille {family} doit encore {amount}, dont une facture échue depuis le {due_on}.\\n\\nSans règlement de votre part sous quinze jours, ces factures seront transmises au comptable public, qui en assurera le recouvrement, au besoin par voie de saisie.
                """;
        private static final String CALENDAR = """
                description;population;start_date;end_date;location;zones;annee_scolaire
                Vacances de la Toussaint;-;2016-10-19;2016-11-03;Bordeaux;Zone A;2016-2017
                Vacances de Noël;-;2016-12-17;2017-01-03;Bordeaux;Zone A;2016-2017
                Vacances d'Hiver;-;2017-02-18;2017-03-06;Bordeaux;Zone A;2016-2017
                Vacances de Printemps;-;2017-04-15;2017-05-02;Bordeaux;Zone A;2016-2017
                Pont de l'Ascension;-;2017-05-24;2017-05-29;Bordeaux;Zone A;2016-2017
                Début des Vacances d'Été;-;2017-07-08;2017-09-04;Bordeaux;Zone A;2016-2017
                Début des Vacances d'Été;Enseignants;2017-07-08;2017-09-01;Bordeaux;Zone A;2016-2017
                Vacances de la Toussaint;-;2016-10-19;2016-11-03;Nantes;Zone B;2016-2017
                Vacances de Noël;-;2016-12-17;2017-01-03;Nantes;Zone B;2016-2017
                Vacances d'Hiver;-;2017-02-11;2017-02-27;Nantes;Zone B;2016-2017
                Vacances de Printemps;-;2017-04-08;2017-04-24;Nantes;Zone B;2016-2017
                Pont de l'Ascension;-;2017-05-24;2017-05-29;Nantes;Zone B;2016-2017
                Début des Vacances d'Été;-;2017-07-08;2017-09-04;Nantes;Zone B;2016-2017
                Vacances de la Toussaint;-;2016-10-19;2016-11-03;Toulouse;Zone C;2016-2017
                Vacances de Noël;-;2016-12-17;2017-01-03;Toulouse;Zone C;2016-2017
                Vacances d'Hiver;-;2017-02-04;2017-02-20;Toulouse;Zone C;2016-2017
                Vacances de Printemps;-;2017-04-01;2017-04-18;Toulouse;Zone C;2016-2017
                Pont de l'Ascension;-;2017-05-24;2017-05-29;Toulouse;Zone C;2016-2017
                Début des Vacances d'Été;-;2017-07-08;2017-09-04;Toulouse;Zone C;2016-2017
                """;
        private static final String TARIFF_HEADER =
                "activity;unit;valid_from;quotient_from;resident;price;rate;min;max;unbooked_surcharge";

        static void write(Path folder, Town town, String activities, String units, String closures) throws IOException {
            Files.createDirectories(folder);
            int digits = String.valueOf(town.families.size()).length();
            String office = OFFICE.replace("{seq:4}", "{seq:" + Math.max(4, digits) + "}");
            Files.writeString(folder.resolve("office.properties"), office);
            Files.writeString(folder.resolve("activities.csv"), activities);
            Files.writeString(folder.resolve("units.csv"), units);
            Files.writeString(folder.resolve("calendar.csv"), CALENDAR);
            Files.writeString(folder.resolve("closures.csv"), closures);
            Files.writeString(folder.resolve("reminders.csv"), REMINDERS);
            try (Csv csv = new Csv(folder.resolve("schools.csv"), "code;name")) {
                for (School school : town.schools) {
                    csv.row(school.code(), school.name());
                }
            }
        }
    }

    private static final class SampleSetup {
        private static final String ACTIVITIES = """
                code;label;service;school;from;to;deadline;cancel_deadline
                CANTINE;RESTAURANT SCOLAIRE;SERVICE PERISCOLAIRE;;2016-11-03;2017-07-07;3 school-days 09:00;
                ACCUEILS;ACCUEILS;SERVICE PERISCOLAIRE;;2016-11-03;2017-07-07;3 school-days 09:00;
                MERCREDI;ALSH MERCREDI;CENTRE DE LOISIRS;;2016-11-03;2017-07-07;previous-week thu 12:00;
                VACANCES;ALSH VACANCES;CENTRE DE LOISIRS;;2016-11-03;2017-08-31;2 working-days 12:00;\
                previous-week thu 12:00
                """;
        private static final String UNITS = """
                activity;code;label;days;term;capacity;tax_eligible;from;to
                CANTINE;REPAS;Repas;mon,tue,thu,fri;school;;no;;
                ACCUEILS;MATIN;Accueil du matin;mon,tue,wed,thu,fri;school;;yes;;
                ACCUEILS;MIDI;Accueil du midi;mon,tue,thu,fri;school;;yes;;
                ACCUEILS;SOIR;Accueil du soir;mon,tue,thu,fri;school;;yes;;
                ACCUEILS;APTAP;Accueil après TAP;thu;school;;yes;2016-11-03;2017-02-17
                ACCUEILS;APTAP;Accueil après TAP;tue;school;;yes;2017-02-18;2017-07-07
                ACCUEILS;ETUDES;Études surveillées;mon,tue,thu,fri;school;;no;;
                MERCREDI;JOURNEE;Mercredi avec repas;wed;school;%d;yes;;
                MERCREDI;DEMI;Mercredi après-midi;wed;school;%d;yes;;
                VACANCES;JOURNEE;Journée;mon,tue,wed,thu,fri;holidays;%d;yes;;
                VACANCES;DEMI;Demi-journée;mon,tue,wed,thu,fri;holidays;%d;yes;;
                """;
        private static final String CLOSURES = """
                from;to;scope;effect;reason
                2016-12-26;2016-12-30;VACANCES;closed;Fermeture annuelle du centre de loisirs
                2017-02-15;2017-02-15;MERCREDI;closed;Formation des animateurs
                2017-03-23;2017-03-23;school;closed;Grève
                2017-05-26;2017-05-26;all;closed;Pont de l'Ascension
                2017-06-14;2017-06-14;CANTINE;open;Classe toute la journée, rattrapage du 23 mars
                2017-07-31;2017-08-18;VACANCES;closed;Fermeture d'été
                """;
        private static final String FIXED_PRICES = """
                CANTINE;REPAS;2016-09-01;0;yes;1.00;;;;2.00
                CANTINE;REPAS;2016-09-01;623;yes;2.70;;;;2.00
                CANTINE;REPAS;2016-09-01;1001;yes;3.40;;;;2.00
                CANTINE;REPAS;2016-09-01;1501;yes;3.60;;;;2.00
                CANTINE;REPAS;2016-09-01;0;no;5.40;;;;2.00
                ACCUEILS;MATIN;2016-09-01;0;;0.60;;;;
                ACCUEILS;MATIN;2016-09-01;623;;0.90;;;;
                ACCUEILS;MATIN;2016-09-01;1001;;1.20;;;;
                ACCUEILS;MATIN;2016-09-01;1501;;1.40;;;;
                ACCUEILS;MIDI;2016-09-01;0;;0.30;;;;
                ACCUEILS;SOIR;2016-09-01;0;;0.80;;;;
                ACCUEILS;SOIR;2016-09-01;623;;1.20;;;;
                ACCUEILS;SOIR;2016-09-01;1001;;1.60;;;;
                ACCUEILS;SOIR;2016-09-01;1501;;1.90;;;;
                ACCUEILS;APTAP;2016-09-01;0;;0.50;;;;
                ACCUEILS;APTAP;2016-09-01;1001;;0.90;;;;
                ACCUEILS;ETUDES;2016-09-01;0;;1.50;;;;
                ACCUEILS;MATIN;2017-01-01;0;;0.65;;;;
                ACCUEILS;MATIN;2017-01-01;623;;0.95;;;;
                ACCUEILS;MATIN;2017-01-01;1001;;1.25;;;;
                ACCUEILS;MATIN;2017-01-01;1501;;1.45;;;;
                ACCUEILS;MIDI;2017-01-01;0;;0.35;;;;
                ACCUEILS;SOIR;2017-01-01;0;;0.85;;;;
                ACCUEILS;SOIR;2017-01-01;623;;1.25;;;;
                ACCUEILS;SOIR;2017-01-01;1001;;1.65;;;;
                ACCUEILS;SOIR;2017-01-01;1501;;1.95;;;;
                ACCUEILS;APTAP;2017-01-01;0;;0.55;;;;
                ACCUEILS;APTAP;2017-01-01;1001;;0.95;;;;
                ACCUEILS;ETUDES;2017-01-01;0;;1.60;;;;
                """;
        private static final String EFFORT_RATES = """
                MERCREDI;JOURNEE;2016-09-01;0;yes;;0.60;3.00;9.00;
                MERCREDI;JOURNEE;2016-09-01;0;no;;0.90;6.00;13.50;
                MERCREDI;DEMI;2016-09-01;0;yes;;0.36;2.60;4.50;
                MERCREDI;DEMI;2016-09-01;0;no;;0.54;3.90;6.75;
                VACANCES;JOURNEE;2016-09-01;0;yes;;1.00;5.00;16.00;
                VACANCES;JOURNEE;2016-09-01;0;no;;1.50;8.00;24.00;
                VACANCES;DEMI;2016-09-01;0;yes;;0.60;3.00;9.00;
                VACANCES;DEMI;2016-09-01;0;no;;0.90;5.00;13.50;
                """;

        static void write(Path folder, Town town, int families) throws IOException {
            String units = String.format(
                    Locale.ROOT,
                    UNITS,
                    Capacity.WEDNESDAY.days(families),
                    Capacity.WEDNESDAY.halves(families),
                    Capacity.HOLIDAYS.days(families),
                    Capacity.HOLIDAYS.halves(families));
            Setup.write(folder, town, ACTIVITIES, units, CLOSURES);
            Files.writeString(folder.resolve("tariffs.csv"), Setup.TARIFF_HEADER + "\n" + FIXED_PRICES + EFFORT_RATES);
        }
    }

    // ---- The race's town, in both formats ----

    /** The same choices, drawn in the same proportions, as the floor's own generator made. */
    private static final class RaceHabits {
        private final Town town;
        private final Random random;

        RaceHabits(Town town, Random random) {
            this.town = town;
            this.random = random;
        }

        void draw(Child child) {
            double style = random.nextDouble();
            String meals = style < 0.55 ? FOUR_DAYS : style < 0.9 ? some(0.6) : "";
            if (book(child, "CANTINE", "REPAS", meals)) {
                town.register(child, "CANTINE", FIRST_DAY, LAST_DAY);
            }
            boolean morning = book(child, "PERISCO", "MATIN", random.nextDouble() < 0.25 ? some(0.7) : "");
            boolean evening = book(child, "PERISCO", "SOIR", random.nextDouble() < 0.4 ? some(0.7) : "");
            if (morning || evening) {
                town.register(child, "PERISCO", FIRST_DAY, LAST_DAY);
            }
        }

        private boolean book(Child child, String activity, String unit, String days) {
            if (days.isEmpty()) {
                return false;
            }
            town.book(child, activity, unit, days, FIRST_DAY, LAST_DAY, "all");
            return true;
        }

        private String some(double share) {
            return Arrays.stream(FOUR_DAYS.split(","))
                    .filter(day -> random.nextDouble() < share)
                    .collect(Collectors.joining(","));
        }
    }

    /**
     * The floor's six bands and its open days. Rule 4.1 with zone A's calendar gives exactly the days that the floor's
     * schema lists, the Friday after Ascension Day included (a holiday of its own), so no closure is needed.
     */
    private static final class RaceSetup {
        private static final String ACTIVITIES = """
                code;label;service;school;from;to;deadline;cancel_deadline
                CANTINE;Restauration scolaire;SERVICE PERISCOLAIRE;;2016-11-03;2017-07-07;3 school-days 09:00;
                PERISCO;Accueil périscolaire;SERVICE PERISCOLAIRE;;2016-11-03;2017-07-07;3 school-days 09:00;
                """;
        private static final String UNITS = """
                activity;code;label;days;term;capacity;tax_eligible
                CANTINE;REPAS;Repas;mon,tue,thu,fri;school;;no
                PERISCO;MATIN;Garderie matin;mon,tue,thu,fri;school;;yes
                PERISCO;SOIR;Garderie soir;mon,tue,thu,fri;school;;yes
                """;
        private static final String NO_CLOSURES = "from;to;scope;effect;reason\n";
        private static final int[] BANDS = {0, 400, 600, 800, 1000, 1300};

        static void write(Path folder, Town town) throws IOException {
            Setup.write(folder, town, ACTIVITIES, UNITS, NO_CLOSURES);
            try (Csv csv = new Csv(folder.resolve("tariffs.csv"), Setup.TARIFF_HEADER)) {
                bands(csv, "CANTINE", "REPAS", 120, 75);
                bands(csv, "PERISCO", "MATIN", 60, 25);
                bands(csv, "PERISCO", "SOIR", 90, 35);
            }
        }

        private static void bands(Csv csv, String activity, String unit, int base, int step) throws IOException {
            for (int i = 0; i < BANDS.length; i++) {
                int cents = base + step * i;
                String price = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
                csv.row(activity, unit, QUOTIENT_DAY, String.valueOf(BANDS[i]), "", price, "", "", "", "");
            }
        }
    }

    private static final class FloorFiles {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

        static void write(Path folder, List<Family> families, Town town) throws IOException {
            Files.createDirectories(folder);
            try (Csv csv = new Csv(folder.resolve("schools.csv"), "code;nom")) {
                for (School school : town.schools) {
                    csv.row(school.code(), school.name());
                }
            }
            try (Csv csv = new Csv(
                    folder.resolve("families.csv"), "code;nom;prenom;adresse;cp;ville;courriel;tel;qf;date_qf")) {
                for (Family family : families) {
                    csv.row(familyRow(family));
                }
            }
            try (Csv csv =
                    new Csv(folder.resolve("children.csv"), "code;famille;nom;prenom;naissance;ecole;classe;regime")) {
                for (Family family : families) {
                    for (Child child : family.children()) {
                        csv.row(childRow(family, child));
                    }
                }
            }
            try (Csv csv = new Csv(folder.resolve("patterns.csv"), "enfant;unite;jours")) {
                for (Week week : town.weeks) {
                    csv.row(week.child(), week.unit(), digits(week.days()));
                }
            }
        }

        private static String[] familyRow(Family family) {
            Guardian guardian = family.first();
            Home home = family.home();
            return new String[] {
                family.code(),
                family.name(),
                guardian.firstName(),
                home.address(),
                home.postcode(),
                home.city(),
                guardian.email(),
                guardian.phone(),
                family.quotient(),
                DAY.format(LocalDate.parse(QUOTIENT_DAY))
            };
        }

        private static String[] childRow(Family family, Child child) {
            return new String[] {
                child.code(),
                family.code(),
                child.lastName(),
                child.firstName(),
                DAY.format(child.birth()),
                child.school().code(),
                child.group(),
                child.diet()
            };
        }

        private static String digits(String days) {
            return days.replace("mon", "1")
                    .replace("tue", "2")
                    .replace("thu", "4")
                    .replace("fri", "5")
                    .replace(",", "");
        }
    }

    // ---- The sample's own README ----

    private static final class Readme {
        private static final String HEAD = """
                # Valmourin, an invented town

                %d families and %d children, school zone A, 2016-2017. Nobody here exists: made-up names,
                telephone numbers kept for fiction, addresses at example.org. `scripts/sample` writes all of it,
                this page included (seed %d); the same arguments write the same bytes.

                `setup/` is the office; `families.csv`, `registrations.csv` and `weeks.csv` are loaded in that order.
                A typical week books only what is still in time: load before the first deadline,
                `--now 2016-10-14T09:00` (Thursday 3 November closes on 17 October at 09:00).

                `onde-pupils.csv` and `onde-guardians.csv` are what the ministry's ONDE would extract of VERGERS, the nursery
                school, some weeks later: one pupil has left, one is in another class, a sister and a new family have come,
                and nobody has named the guardians of one pupil yet.

                ## Hard cases

                | case | codes | what to see |
                | --- | --- | --- |
                """;
        private static final String TAIL = """

                In the setup:

                - the TAP day moves from Thursday to Tuesday after the winter holidays (`APTAP`, two rows);
                - the grid of `ACCUEILS` changes on 1 January 2017;
                - `JOURNEE` and `DEMI` are units of two activities, priced by effort rate;
                - `MERCREDI` has %d places for whole days and %d for halves;
                - `VACANCES` must be cancelled earlier than it can be added;
                - a strike on 23 March 2017 (the deadlines around it move too), a Wednesday with canteen on 14 June,
                  everything closed on 26 May;
                - the calendar holds three zones and a row for teachers.
                """;

        static void write(Options options, Town town) throws IOException {
            StringBuilder page = new StringBuilder(
                    String.format(Locale.ROOT, HEAD, options.families(), options.children(), options.seed()));
            for (HardCase hardCase : town.hardCases) {
                page.append("| ").append(hardCase.what());
                page.append(" | ").append(hardCase.codes());
                page.append(" | ").append(hardCase.toSee()).append(" |\n");
            }
            page.append(String.format(
                    Locale.ROOT,
                    TAIL,
                    Capacity.WEDNESDAY.days(options.families()),
                    Capacity.WEDNESDAY.halves(options.families())));
            Files.writeString(options.output().resolve("README.md"), page);
        }
    }
}
