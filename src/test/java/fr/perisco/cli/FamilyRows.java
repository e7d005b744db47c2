package fr.perisco.cli;

/** Families files for tests. */
final class FamilyRows {
    static final String HEADER = "family;family_name;quotient;quotient_from;resident;"
            + "guardian_civility;guardian_last_name;guardian_first_name;guardian_email;guardian_phone;"
            + "guardian2_civility;guardian2_last_name;guardian2_first_name;guardian2_email;guardian2_phone;"
            + "address;postcode;city;"
            + "child;child_last_name;child_first_name;birth_date;sex;school;class;diet;vaccines_until;"
            + "dependents;income;income_on";

    private static final String GOOD_ROW = "F#;Dupont;711,50;2016-09-01;oui;"
            + "Mme;Dupont;Sandra;sandra#@example.org;0639989481;"
            + ";;;;;"
            + "1 rue du Pont;24696;Valmourin;"
            + "E#;Dupont;Kévin;2008-05-14;M;MOULIN;CE2 A;sans porc;2020-01-25;"
            + "1;21330;2016-09-01";

    private FamilyRows() {}

    static FaultyFile file(String name) {
        return new FaultyFile(name, HEADER, GOOD_ROW);
    }
}
