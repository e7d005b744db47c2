-- The schema of a file's database of the same number, in a server's own types. Texts sort by their bytes, as they do in a file.

-- A value as SQLite writes it as a literal: seals are reckoned upon these, and are the same on both engines.
CREATE FUNCTION quote(text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN coalesce('''' || replace($1, '''', '''''') || '''', 'NULL');
CREATE FUNCTION quote(bigint) RETURNS text LANGUAGE sql IMMUTABLE RETURN coalesce($1::text, 'NULL');
CREATE FUNCTION quote(integer) RETURNS text LANGUAGE sql IMMUTABLE RETURN coalesce($1::text, 'NULL');
CREATE FUNCTION quote(boolean) RETURNS text LANGUAGE sql IMMUTABLE RETURN coalesce($1::integer::text, 'NULL');
CREATE FUNCTION quote(date) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN coalesce('''' || to_char($1, 'YYYY-MM-DD') || '''', 'NULL');
CREATE FUNCTION quote(bytea) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN coalesce('X''' || upper(encode($1, 'hex')) || '''', 'NULL');

-- What the queries ask of a file's engine under its own names.
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE RETURN strpos($1, $2);
CREATE FUNCTION zeroblob(integer) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN decode(repeat('00', $1), 'hex');
CREATE FUNCTION substr(date, integer) RETURNS text LANGUAGE sql IMMUTABLE RETURN substr(to_char($1, 'YYYY-MM-DD'), $2);
CREATE FUNCTION substr(date, integer, integer) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN substr(to_char($1, 'YYYY-MM-DD'), $2, $3);
CREATE FUNCTION max(text, text) RETURNS text LANGUAGE sql IMMUTABLE RETURN greatest($1, $2);
CREATE FUNCTION group_concat_step(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN $2 IS NULL THEN $1 ELSE coalesce($1 || $3, '') || $2 END;
CREATE AGGREGATE group_concat(text, text) (SFUNC = group_concat_step, STYPE = text);

CREATE TABLE act (
    id bigint NOT NULL PRIMARY KEY,
    recorded_at text COLLATE "C" NOT NULL,
    effective_at text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    reason text COLLATE "C"
);
CREATE TABLE setting (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    value text COLLATE "C" NOT NULL
);
CREATE TABLE school (
    id bigint NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code <> ''),
    name text COLLATE "C" NOT NULL
);
CREATE TABLE school_holiday (
    id bigint NOT NULL PRIMARY KEY,
    school_year text COLLATE "C" NOT NULL CHECK (length(school_year) = 9),
    description text COLLATE "C" NOT NULL,
    zone text COLLATE "C" NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CHECK (starts_on <= ends_on),
    UNIQUE (zone, school_year, description, starts_on)
);
CREATE TABLE closure (
    id bigint NOT NULL PRIMARY KEY,
    from_on date NOT NULL,
    to_on date NOT NULL,
    scope text COLLATE "C" NOT NULL,
    effect text COLLATE "C" NOT NULL CHECK (effect IN ('closed', 'open')),
    reason text COLLATE "C" NOT NULL,
    CHECK (from_on <= to_on),
    UNIQUE (from_on, to_on, scope, effect)
);
CREATE TABLE letterhead (
    id bigint NOT NULL PRIMARY KEY,
    content text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE invoice_series (
    prefix text COLLATE "C" NOT NULL PRIMARY KEY,
    last_number integer NOT NULL CHECK (last_number >= 1),
    last_issued_on date NOT NULL
);
CREATE TABLE line_wording (
    id bigint NOT NULL PRIMARY KEY,
    registration text COLLATE "C" NOT NULL,
    label text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    UNIQUE (registration, label, service)
);
CREATE TABLE reminder_level (
    level integer NOT NULL PRIMARY KEY CHECK (level >= 1),
    after_days integer NOT NULL CHECK (after_days >= 1),
    minimum_cents bigint NOT NULL CHECK (minimum_cents >= 0),
    title text COLLATE "C" NOT NULL CHECK (title <> ''),
    content text COLLATE "C" NOT NULL CHECK (content <> '')
);
CREATE TABLE stray_login_secret (
    id bigint NOT NULL PRIMARY KEY CHECK (id = 1),
    secret bytea NOT NULL CHECK (length(secret) = 32)
);
CREATE TABLE stray_login (
    digest bytea NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    failures integer NOT NULL CHECK (failures > 0),
    failed_at text COLLATE "C" NOT NULL,
    locked_until_at text COLLATE "C"
);
CREATE TABLE audit_change (
    act_id bigint NOT NULL REFERENCES act (id),
    seq integer NOT NULL,
    subject text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    field text COLLATE "C" NOT NULL,
    before text COLLATE "C",
    after text COLLATE "C",
    PRIMARY KEY (act_id, seq)
);
CREATE TABLE activity (
    id bigint NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code <> ''),
    label text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    school_id bigint REFERENCES school (id),
    from_on date NOT NULL,
    to_on date NOT NULL,
    deadline text COLLATE "C" NOT NULL,
    cancel_deadline text COLLATE "C",
    min_age integer CHECK (min_age BETWEEN 0 AND 99),
    max_age integer CHECK (max_age BETWEEN 0 AND 99),
    CHECK (from_on <= to_on)
);
CREATE TABLE family (
    id bigint NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code <> ''),
    name text COLLATE "C" NOT NULL,
    login text COLLATE "C" UNIQUE,
    address text COLLATE "C" NOT NULL,
    postcode text COLLATE "C" NOT NULL,
    city text COLLATE "C" NOT NULL,
    dependents integer CHECK (dependents >= 0),
    income_cents bigint CHECK (income_cents >= 0),
    income_on date,
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE child (
    id bigint NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code <> ''),
    last_name text COLLATE "C" NOT NULL,
    first_name text COLLATE "C" NOT NULL,
    birth_on date,
    sex text COLLATE "C" NOT NULL CHECK (sex IN ('F', 'M', '')),
    diet text COLLATE "C" NOT NULL,
    vaccines_until_on date,
    act_id bigint NOT NULL REFERENCES act (id),
    ine text COLLATE "C" NOT NULL DEFAULT ''
);
CREATE TABLE invoice_run (
    id bigint NOT NULL PRIMARY KEY,
    month integer NOT NULL CHECK (month % 100 BETWEEN 1 AND 12),
    fingerprint text COLLATE "C" NOT NULL,
    issued_on date NOT NULL,
    due_on date NOT NULL,
    letterhead_id bigint NOT NULL REFERENCES letterhead (id),
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (issued_on <= due_on)
);
CREATE TABLE week_request (
    id bigint NOT NULL PRIMARY KEY,
    submitted_at text COLLATE "C" NOT NULL,
    login text COLLATE "C" NOT NULL,
    child text COLLATE "C" NOT NULL,
    activity text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    weeks text COLLATE "C" NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    state text COLLATE "C" NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
    verdict text COLLATE "C",
    reason text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    decided_act_id bigint REFERENCES act (id),
    CHECK (from_on <= to_on),
    UNIQUE (submitted_at, login, child, activity, unit, from_on, to_on, weekdays, weeks)
);
CREATE TABLE document_request (
    id bigint NOT NULL PRIMARY KEY,
    submitted_at text COLLATE "C" NOT NULL,
    login text COLLATE "C" NOT NULL,
    document text COLLATE "C" NOT NULL CHECK (document IN ('invoice', 'tax-certificate', 'registration-certificate')),
    child text COLLATE "C" NOT NULL,
    activity text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    day_on date,
    state text COLLATE "C" NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
    verdict text COLLATE "C",
    reason text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    decided_act_id bigint REFERENCES act (id)
);
CREATE TABLE meal_order (
    id bigint NOT NULL PRIMARY KEY,
    from_on date NOT NULL,
    to_on date NOT NULL,
    activity text COLLATE "C" CHECK (activity <> ''),
    unit text COLLATE "C" CHECK (unit <> ''),
    school text COLLATE "C" CHECK (school <> ''),
    recipient text COLLATE "C" NOT NULL,
    note text COLLATE "C" NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on)
);
CREATE TABLE deposit (
    id bigint NOT NULL PRIMARY KEY,
    method text COLLATE "C" NOT NULL CHECK (method IN ('cash', 'cheque', 'cesu')),
    made_on date NOT NULL,
    letterhead_id bigint NOT NULL REFERENCES letterhead (id),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE online_attempt (
    id bigint NOT NULL PRIMARY KEY,
    numcli text COLLATE "C" NOT NULL,
    refdet text COLLATE "C" NOT NULL,
    result text COLLATE "C" NOT NULL CHECK (result IN ('P', 'V', 'R', 'Z', 'A')),
    is_trial boolean NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
    numauto text COLLATE "C" NOT NULL,
    tried_on date,
    heurtrans text COLLATE "C" CHECK (length(heurtrans) = 5),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE treasury_list (
    id bigint NOT NULL PRIMARY KEY,
    made_on date NOT NULL,
    letterhead_id bigint NOT NULL REFERENCES letterhead (id),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE seal (
    act_id bigint NOT NULL PRIMARY KEY REFERENCES act (id),
    hash bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE TABLE erased_act (
    act_id bigint NOT NULL REFERENCES act (id),
    erasure_act_id bigint NOT NULL REFERENCES act (id),
    seal_hash bytea NOT NULL CHECK (length(seal_hash) = 32),
    remaining_hash bytea NOT NULL CHECK (length(remaining_hash) = 32),
    PRIMARY KEY (act_id, erasure_act_id)
);
CREATE TABLE unit (
    id bigint NOT NULL PRIMARY KEY,
    activity_id bigint NOT NULL REFERENCES activity (id),
    code text COLLATE "C" NOT NULL CHECK (code <> ''),
    label text COLLATE "C" NOT NULL,
    is_tax_eligible boolean NOT NULL,
    UNIQUE (activity_id, code)
);
CREATE TABLE family_residency (
    family_id bigint NOT NULL REFERENCES family (id),
    from_on date NOT NULL,
    is_resident boolean NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    PRIMARY KEY (family_id, from_on)
);
CREATE TABLE family_quotient (
    id bigint NOT NULL PRIMARY KEY,
    family_id bigint NOT NULL REFERENCES family (id),
    quotient_from_on date NOT NULL,
    counts_from_on date NOT NULL,
    quotient_cents bigint NOT NULL CHECK (quotient_cents >= 0),
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (quotient_from_on <= counts_from_on)
);
CREATE TABLE guardian (
    family_id bigint NOT NULL REFERENCES family (id),
    rank integer NOT NULL CHECK (rank BETWEEN 1 AND 2),
    civility text COLLATE "C" NOT NULL,
    last_name text COLLATE "C" NOT NULL,
    first_name text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    phone text COLLATE "C" NOT NULL,
    PRIMARY KEY (family_id, rank)
);
CREATE TABLE child_family (
    family_id bigint NOT NULL REFERENCES family (id),
    child_id bigint NOT NULL REFERENCES child (id),
    PRIMARY KEY (family_id, child_id)
);
CREATE TABLE child_schooling (
    child_id bigint NOT NULL REFERENCES child (id),
    from_on date NOT NULL,
    school_id bigint REFERENCES school (id),
    class text COLLATE "C" NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    level text COLLATE "C" NOT NULL DEFAULT '',
    is_bringing_meal boolean NOT NULL DEFAULT false,
    PRIMARY KEY (child_id, from_on)
);
CREATE TABLE credential (
    family_id bigint NOT NULL PRIMARY KEY REFERENCES family (id),
    password_hash text COLLATE "C" NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    is_temporary boolean NOT NULL,
    failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until_at text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    failed_at text COLLATE "C"
);
CREATE TABLE credential_delivery (
    id bigint NOT NULL PRIMARY KEY,
    family_id bigint NOT NULL REFERENCES family (id),
    channel text COLLATE "C" NOT NULL CHECK (channel IN ('sheet', 'mail')),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE invoice (
    id bigint NOT NULL PRIMARY KEY,
    number text COLLATE "C" NOT NULL UNIQUE,
    prefix text COLLATE "C" NOT NULL,
    sequence integer NOT NULL CHECK (sequence >= 1),
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
    family_id bigint NOT NULL REFERENCES family (id),
    month integer NOT NULL,
    run_id bigint NOT NULL REFERENCES invoice_run (id),
    amount_cents bigint NOT NULL,
    credit_cents bigint NOT NULL CHECK (credit_cents >= 0),
    recipient text COLLATE "C" NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    round integer NOT NULL DEFAULT 1 CHECK (round >= 1),
    cancels_invoice_id bigint REFERENCES invoice (id) CHECK (cancels_invoice_id IS NULL OR kind = 'credit-note'),
    carried_cents bigint CHECK (carried_cents >= 0),
    carried_on date CHECK ((carried_on IS NULL) = (carried_cents IS NULL)),
    CHECK ((kind = 'credit-note') = (amount_cents < 0)),
    CHECK (credit_cents = 0 OR credit_cents <= amount_cents)
);
CREATE TABLE payment (
    id bigint NOT NULL PRIMARY KEY,
    family_id bigint NOT NULL REFERENCES family (id),
    received_on date NOT NULL,
    method text COLLATE "C" NOT NULL CHECK (method IN ('cash', 'cheque', 'card', 'transfer', 'debit', 'cesu', 'payfip')),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    reference text COLLATE "C" NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    drawer text COLLATE "C" NOT NULL DEFAULT ''
);
CREATE TABLE month_to_adjust (
    family_id bigint NOT NULL REFERENCES family (id),
    month integer NOT NULL,
    PRIMARY KEY (family_id, month)
);
CREATE TABLE meal_order_line (
    order_id bigint NOT NULL REFERENCES meal_order (id),
    day_on date NOT NULL,
    activity text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    school text COLLATE "C" NOT NULL,
    diet text COLLATE "C" NOT NULL,
    meals integer NOT NULL CHECK (meals > 0),
    PRIMARY KEY (order_id, day_on, activity, unit, school, diet)
);
CREATE TABLE tax_certificate (
    id bigint NOT NULL PRIMARY KEY,
    number text COLLATE "C" NOT NULL UNIQUE,
    prefix text COLLATE "C" NOT NULL,
    sequence integer NOT NULL CHECK (sequence >= 1),
    family_id bigint NOT NULL REFERENCES family (id),
    tax_year integer NOT NULL CHECK (tax_year BETWEEN 2000 AND 2199),
    issued_on date NOT NULL,
    letterhead_id bigint NOT NULL REFERENCES letterhead (id),
    recipient text COLLATE "C" NOT NULL,
    replaces_id bigint UNIQUE REFERENCES tax_certificate (id),
    act_id bigint NOT NULL REFERENCES act (id),
    UNIQUE (prefix, sequence)
);
CREATE TABLE reminder (
    id bigint NOT NULL PRIMARY KEY,
    family_id bigint NOT NULL REFERENCES family (id),
    level integer NOT NULL CHECK (level >= 1),
    sent_on date NOT NULL,
    title text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL,
    credit_cents bigint NOT NULL CHECK (credit_cents >= 0),
    letterhead_id bigint NOT NULL REFERENCES letterhead (id),
    recipient text COLLATE "C" NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE reminder_hold (
    family_id bigint NOT NULL PRIMARY KEY REFERENCES family (id),
    until_on date NOT NULL,
    reason text COLLATE "C" NOT NULL CHECK (reason <> ''),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE payment_plan (
    id bigint NOT NULL PRIMARY KEY,
    family_id bigint NOT NULL REFERENCES family (id),
    made_on date NOT NULL,
    ended_on date,
    end_reason text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL))
);
CREATE TABLE treasury_debtor (
    list_id bigint NOT NULL REFERENCES treasury_list (id),
    family_id bigint NOT NULL REFERENCES family (id),
    recipient text COLLATE "C" NOT NULL,
    PRIMARY KEY (list_id, family_id)
);
CREATE TABLE extracted_contact (
    family_id bigint NOT NULL REFERENCES family (id),
    field text COLLATE "C" NOT NULL CHECK (field IN ('address', 'guardian_email', 'guardian_phone', 'guardian2_email', 'guardian2_phone')),
    value text COLLATE "C" NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    PRIMARY KEY (family_id, field)
);
CREATE TABLE family_merge (
    family_id bigint NOT NULL PRIMARY KEY REFERENCES family (id),
    into_id bigint NOT NULL REFERENCES family (id),
    merged_on date NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (family_id <> into_id)
);
CREATE TABLE family_erasure (
    family_id bigint NOT NULL PRIMARY KEY REFERENCES family (id),
    act_id bigint NOT NULL REFERENCES act (id)
);
CREATE TABLE family_membership (
    family_id bigint NOT NULL REFERENCES family (id),
    child_id bigint NOT NULL REFERENCES child (id),
    from_on date NOT NULL,
    to_on date,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (to_on IS NULL OR from_on <= to_on),
    PRIMARY KEY (family_id, child_id, from_on)
);
CREATE TABLE authorised_person (
    id bigint NOT NULL PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES child (id),
    name text COLLATE "C" NOT NULL CHECK (name <> ''),
    phone text COLLATE "C" NOT NULL CHECK (phone <> ''),
    relation text COLLATE "C" NOT NULL,
    from_on date,
    to_on date,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
);
CREATE TABLE child_health (
    id bigint NOT NULL PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES child (id),
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('pai', 'allergy')),
    content text COLLATE "C" NOT NULL CHECK (content <> ''),
    from_on date NOT NULL,
    to_on date,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (to_on IS NULL OR to_on >= from_on)
);
CREATE TABLE unit_opening (
    unit_id bigint NOT NULL REFERENCES unit (id),
    from_on date NOT NULL,
    to_on date NOT NULL,
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    term text COLLATE "C" NOT NULL CHECK (term IN ('school', 'holidays', 'both')),
    capacity integer CHECK (capacity >= 0),
    CHECK (from_on <= to_on),
    PRIMARY KEY (unit_id, from_on)
);
CREATE TABLE tariff (
    id bigint NOT NULL PRIMARY KEY,
    unit_id bigint NOT NULL REFERENCES unit (id),
    valid_from_on date NOT NULL,
    quotient_from_cents bigint NOT NULL CHECK (quotient_from_cents >= 0),
    residency text COLLATE "C" NOT NULL CHECK (residency IN ('yes', 'no', 'both')),
    price_cents bigint CHECK (price_cents >= 0),
    rate_ppm integer CHECK (rate_ppm >= 0),
    min_cents bigint CHECK (min_cents >= 0),
    max_cents bigint CHECK (max_cents >= 0),
    unbooked_surcharge_cents bigint NOT NULL CHECK (unbooked_surcharge_cents >= 0),
    act_id bigint NOT NULL REFERENCES act (id),
    retired_act_id bigint REFERENCES act (id),
    min_age integer CHECK (min_age BETWEEN 0 AND 99),
    max_age integer CHECK (max_age BETWEEN 0 AND 99),
    levels text COLLATE "C" NOT NULL DEFAULT '',
    min_rank integer CHECK (min_rank >= 1),
    max_rank integer CHECK (max_rank >= 1),
    is_own_meal boolean,
    CHECK ((price_cents IS NULL) <> (rate_ppm IS NULL)),
    CHECK (rate_ppm IS NULL OR (min_cents IS NOT NULL AND max_cents IS NOT NULL AND min_cents <= max_cents))
);
CREATE TABLE registration (
    id bigint NOT NULL PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES child (id),
    family_id bigint NOT NULL REFERENCES family (id),
    activity_id bigint NOT NULL REFERENCES activity (id),
    from_on date NOT NULL,
    to_on date NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('pending', 'accepted', 'refused')),
    act_id bigint NOT NULL REFERENCES act (id),
    reason text COLLATE "C" CHECK (reason IS NULL OR state = 'refused'),
    CHECK (from_on <= to_on),
    UNIQUE (child_id, activity_id, family_id, from_on),
    FOREIGN KEY (family_id, child_id) REFERENCES child_family (family_id, child_id)
);
CREATE TABLE typical_week (
    id bigint NOT NULL PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES child (id),
    unit_id bigint NOT NULL REFERENCES unit (id),
    family_id bigint REFERENCES family (id),
    from_on date NOT NULL,
    to_on date NOT NULL,
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    weeks text COLLATE "C" NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on),
    UNIQUE (child_id, unit_id, from_on)
);
CREATE TABLE online_payment (
    payment_id bigint NOT NULL PRIMARY KEY REFERENCES payment (id),
    idop text COLLATE "C" CHECK (idop <> ''),
    numcli text COLLATE "C" NOT NULL,
    refdet text COLLATE "C" NOT NULL,
    numauto text COLLATE "C" NOT NULL,
    heurtrans text COLLATE "C" CHECK (length(heurtrans) = 5)
);
CREATE TABLE opening_to_reapply (
    unit_id bigint NOT NULL REFERENCES unit (id),
    month integer NOT NULL,
    days integer NOT NULL CHECK (days BETWEEN 1 AND 2147483647),
    PRIMARY KEY (unit_id, month),
    CHECK (month BETWEEN 200001 AND 219912 AND month % 100 BETWEEN 1 AND 12)
);
CREATE TABLE shuttle (
    id bigint NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code <> ''),
    label text COLLATE "C" NOT NULL,
    unit_id bigint NOT NULL REFERENCES unit (id),
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    seats integer NOT NULL CHECK (seats >= 1),
    from_on date,
    to_on date,
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
);
CREATE TABLE payout (
    id bigint NOT NULL PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('refund', 'bounce')),
    family_id bigint NOT NULL REFERENCES family (id),
    paid_on date NOT NULL,
    method text COLLATE "C" NOT NULL CHECK (method IN ('cash', 'cheque', 'card', 'transfer', 'debit', 'cesu', 'payfip')),
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    reference text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL CHECK (reason <> ''),
    payment_id bigint UNIQUE REFERENCES payment (id),
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK ((kind = 'bounce') = (payment_id IS NOT NULL))
);
CREATE TABLE tax_certificate_line (
    certificate_id bigint NOT NULL REFERENCES tax_certificate (id),
    line integer NOT NULL CHECK (line >= 1),
    child_id bigint NOT NULL REFERENCES child (id),
    child_name text COLLATE "C" NOT NULL,
    birth_on date NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (certificate_id, line)
);
CREATE TABLE reminder_invoice (
    reminder_id bigint NOT NULL REFERENCES reminder (id),
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    level integer NOT NULL CHECK (level >= 0),
    balance_cents bigint NOT NULL CHECK (balance_cents > 0),
    PRIMARY KEY (reminder_id, invoice_id)
);
CREATE TABLE payment_plan_invoice (
    plan_id bigint NOT NULL REFERENCES payment_plan (id),
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    balance_cents bigint NOT NULL CHECK (balance_cents > 0),
    PRIMARY KEY (plan_id, invoice_id)
);
CREATE TABLE payment_plan_instalment (
    plan_id bigint NOT NULL REFERENCES payment_plan (id),
    rank integer NOT NULL CHECK (rank >= 1),
    due_on date NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (plan_id, rank)
);
CREATE TABLE treasury_claim (
    invoice_id bigint NOT NULL PRIMARY KEY REFERENCES invoice (id),
    list_id bigint NOT NULL REFERENCES treasury_list (id),
    balance_cents bigint NOT NULL CHECK (balance_cents > 0),
    reminder_level integer NOT NULL CHECK (reminder_level >= 0),
    reminded_on date,
    CHECK ((reminder_level = 0) = (reminded_on IS NULL))
);
CREATE TABLE mail (
    id bigint NOT NULL PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('invoice', 'reminder', 'credential', 'tax-certificate', 'registration-certificate', 'waiting-list')),
    family_id bigint NOT NULL REFERENCES family (id),
    recipient text COLLATE "C" NOT NULL CHECK (recipient <> ''),
    invoice_id bigint REFERENCES invoice (id),
    reminder_id bigint REFERENCES reminder (id),
    certificate_id bigint REFERENCES tax_certificate (id),
    child_id bigint REFERENCES child (id),
    activity_id bigint REFERENCES activity (id),
    about_on date,
    is_renewal boolean NOT NULL DEFAULT false,
    state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'sent', 'deferred', 'failed', 'uncertain', 'cancelled')),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    reply text COLLATE "C",
    reason text COLLATE "C",
    queued_at text COLLATE "C" NOT NULL,
    updated_at text COLLATE "C" NOT NULL,
    next_attempt_at text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK ((kind = 'invoice') = (invoice_id IS NOT NULL)),
    CHECK ((kind = 'reminder') = (reminder_id IS NOT NULL)),
    CHECK ((kind = 'tax-certificate') = (certificate_id IS NOT NULL)),
    CHECK ((state IN ('waiting', 'deferred')) = (next_attempt_at IS NOT NULL))
);
CREATE TABLE erased_invoice (
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    erasure_act_id bigint NOT NULL REFERENCES act (id),
    content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
    remaining_hash bytea NOT NULL CHECK (length(remaining_hash) = 32),
    PRIMARY KEY (invoice_id, erasure_act_id)
);
CREATE TABLE reservation_month (
    month integer NOT NULL,
    unit_id bigint NOT NULL REFERENCES unit (id),
    registration_id bigint NOT NULL REFERENCES registration (id),
    booked integer NOT NULL DEFAULT 0,
    by_rule integer NOT NULL DEFAULT 0,
    cancelled integer NOT NULL DEFAULT 0,
    cancelled_late integer NOT NULL DEFAULT 0,
    waived integer NOT NULL DEFAULT 0,
    present integer NOT NULL DEFAULT 0,
    absent integer NOT NULL DEFAULT 0,
    excused integer NOT NULL DEFAULT 0,
    PRIMARY KEY (month, unit_id, registration_id),
    CHECK (month BETWEEN 200001 AND 219912 AND month % 100 BETWEEN 1 AND 12),
    CHECK ((by_rule & ~booked) | (cancelled_late & ~booked) | (waived & ~cancelled) | (booked & cancelled) | (present & absent) | (present & excused) | (absent & excused) = 0),
    CHECK ((booked | cancelled | present | absent | excused) BETWEEN 0 AND 2147483647 AND (booked | cancelled | present | absent | excused) >> CASE month % 100 WHEN 2 THEN CASE WHEN month / 100 % 4 = 0 AND (month / 100 % 100 <> 0 OR month / 100 % 400 = 0) THEN 29 ELSE 28 END WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END = 0)
);
CREATE TABLE invoice_line (
    invoice_id bigint NOT NULL REFERENCES invoice (id),
    line integer NOT NULL CHECK (line >= 1),
    piece integer NOT NULL CHECK (piece >= 1),
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('days', 'surcharge', 'adjustment')),
    registration_id bigint NOT NULL REFERENCES registration (id),
    unit_id bigint NOT NULL REFERENCES unit (id),
    month integer NOT NULL,
    days integer NOT NULL,
    quantity integer NOT NULL,
    unit_price_cents bigint NOT NULL CHECK (unit_price_cents >= 0),
    amount_cents bigint NOT NULL CHECK (amount_cents = quantity * unit_price_cents),
    tariff_id bigint NOT NULL REFERENCES tariff (id),
    quotient_id bigint REFERENCES family_quotient (id),
    wording_id bigint NOT NULL REFERENCES line_wording (id),
    child_name text COLLATE "C" NOT NULL,
    corrects_invoice_id bigint REFERENCES invoice (id),
    share_from integer NOT NULL DEFAULT 0,
    share_to integer NOT NULL DEFAULT 10000,
    is_surcharge boolean NOT NULL DEFAULT false,
    PRIMARY KEY (invoice_id, line, piece),
    CHECK ((kind = 'adjustment') = (corrects_invoice_id IS NOT NULL))
);
CREATE TABLE day_request (
    id bigint NOT NULL PRIMARY KEY,
    registration_id bigint REFERENCES registration (id),
    unit_id bigint REFERENCES unit (id),
    day_on date NOT NULL,
    action text COLLATE "C" NOT NULL CHECK (action IN ('add', 'cancel')),
    submitted_at text COLLATE "C" NOT NULL,
    login text COLLATE "C",
    child text COLLATE "C" NOT NULL DEFAULT '',
    activity text COLLATE "C" NOT NULL DEFAULT '',
    unit text COLLATE "C" NOT NULL DEFAULT '',
    is_by_rule boolean NOT NULL DEFAULT false,
    state text COLLATE "C" NOT NULL CHECK (state IN ('requested', 'waiting', 'granted', 'refused', 'expired', 'withdrawn')),
    verdict text COLLATE "C",
    reason text COLLATE "C",
    act_id bigint NOT NULL REFERENCES act (id),
    decided_act_id bigint REFERENCES act (id),
    CHECK (state <> 'waiting' OR (registration_id IS NOT NULL AND unit_id IS NOT NULL))
);
CREATE TABLE shuttle_stop (
    id bigint NOT NULL PRIMARY KEY,
    shuttle_id bigint NOT NULL REFERENCES shuttle (id),
    code text COLLATE "C" NOT NULL CHECK (code <> ''),
    label text COLLATE "C" NOT NULL,
    passing_time text COLLATE "C" NOT NULL CHECK (length(passing_time) = 5),
    is_served boolean NOT NULL,
    UNIQUE (shuttle_id, code)
);
CREATE TABLE allocation (
    id bigint NOT NULL PRIMARY KEY,
    payment_id bigint REFERENCES payment (id),
    credit_note_id bigint REFERENCES invoice (id),
    invoice_id bigint REFERENCES invoice (id),
    payout_id bigint REFERENCES payout (id),
    amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK ((payment_id IS NULL) <> (credit_note_id IS NULL)),
    CHECK ((invoice_id IS NULL) <> (payout_id IS NULL))
);
CREATE TABLE registration_share (
    registration_id bigint NOT NULL REFERENCES registration (id),
    from_on date NOT NULL,
    family_id bigint REFERENCES family (id),
    weeks text COLLATE "C" NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    share integer NOT NULL CHECK (share BETWEEN 1 AND 10000),
    act_id bigint NOT NULL REFERENCES act (id),
    PRIMARY KEY (registration_id, from_on)
);
CREATE TABLE deposit_line (
    deposit_id bigint NOT NULL REFERENCES deposit (id),
    line integer NOT NULL CHECK (line >= 1),
    payment_id bigint UNIQUE REFERENCES payment (id),
    payout_id bigint UNIQUE REFERENCES payout (id),
    family_code text COLLATE "C" NOT NULL,
    payer text COLLATE "C" NOT NULL,
    PRIMARY KEY (deposit_id, line),
    CHECK ((payment_id IS NULL) <> (payout_id IS NULL))
);
CREATE TABLE mail_place (
    mail_id bigint NOT NULL REFERENCES mail (id),
    child_id bigint NOT NULL REFERENCES child (id),
    unit_id bigint NOT NULL REFERENCES unit (id),
    day_on date NOT NULL,
    PRIMARY KEY (mail_id, child_id, unit_id, day_on)
);
CREATE TABLE reservation_change (
    month integer NOT NULL,
    unit_id bigint NOT NULL,
    registration_id bigint NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    day_set integer NOT NULL CHECK (day_set BETWEEN 1 AND 7),
    added integer NOT NULL,
    removed integer NOT NULL CHECK (added | removed <> 0 AND added & removed = 0),
    PRIMARY KEY (month, unit_id, registration_id, act_id, day_set),
    FOREIGN KEY (month, unit_id, registration_id) REFERENCES reservation_month (month, unit_id, registration_id)
);
CREATE TABLE shuttle_place (
    id bigint NOT NULL PRIMARY KEY,
    child_id bigint NOT NULL REFERENCES child (id),
    stop_id bigint NOT NULL REFERENCES shuttle_stop (id),
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    from_on date NOT NULL,
    to_on date NOT NULL,
    act_id bigint NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on)
);
CREATE INDEX audit_change_of_subject ON audit_change (subject, code);
CREATE INDEX family_quotient_of_family ON family_quotient (family_id);
CREATE INDEX child_family_of_child ON child_family (child_id);
CREATE INDEX credential_delivery_of_family ON credential_delivery (family_id);
CREATE INDEX payment_of_family ON payment (family_id);
CREATE UNIQUE INDEX day_request_in_line ON day_request (registration_id, unit_id, day_on) WHERE state = 'waiting';
CREATE INDEX day_request_open ON day_request (registration_id, unit_id, day_on) WHERE state IN ('requested', 'waiting');
CREATE INDEX day_request_undecided ON day_request (submitted_at, id) WHERE state = 'requested';
CREATE INDEX day_request_waiting ON day_request (unit_id, day_on, submitted_at, id) WHERE state = 'waiting';
CREATE INDEX day_request_refused ON day_request (day_on, registration_id) WHERE state = 'refused';
CREATE UNIQUE INDEX day_request_once ON day_request (submitted_at, login, child, activity, unit, day_on, action)
    WHERE login IS NOT NULL AND NOT is_by_rule;
CREATE INDEX week_request_undecided ON week_request (submitted_at, id) WHERE state = 'requested';
CREATE INDEX document_request_undecided ON document_request (submitted_at, id) WHERE state = 'requested';
CREATE UNIQUE INDEX online_payment_idop ON online_payment (idop) WHERE idop IS NOT NULL;
CREATE INDEX online_payment_of_invoice ON online_payment (refdet);
CREATE INDEX shuttle_place_of_child ON shuttle_place (child_id);
CREATE INDEX shuttle_place_at_stop ON shuttle_place (stop_id);
CREATE INDEX meal_order_of_days ON meal_order (to_on, from_on);
CREATE INDEX payout_of_family ON payout (family_id);
CREATE INDEX allocation_of_invoice ON allocation (invoice_id);
CREATE INDEX allocation_of_payment ON allocation (payment_id);
CREATE INDEX allocation_of_credit_note ON allocation (credit_note_id) WHERE credit_note_id IS NOT NULL;
CREATE INDEX allocation_of_payout ON allocation (payout_id) WHERE payout_id IS NOT NULL;
CREATE INDEX tax_certificate_of_year ON tax_certificate (tax_year, family_id);
CREATE UNIQUE INDEX invoice_cancelled ON invoice (cancels_invoice_id) WHERE cancels_invoice_id IS NOT NULL;
CREATE UNIQUE INDEX invoice_of_month ON invoice (family_id, month, round) WHERE cancels_invoice_id IS NULL;
CREATE UNIQUE INDEX tariff_in_force ON tariff (
    unit_id, valid_from_on, quotient_from_cents, residency, coalesce(min_age, -1), coalesce(max_age, -1), levels,
    coalesce(min_rank, -1), coalesce(max_rank, -1), coalesce(is_own_meal::integer, -1)
) WHERE retired_act_id IS NULL;
CREATE INDEX registration_share_of_family ON registration_share (family_id);
CREATE INDEX online_attempt_of_invoice ON online_attempt (refdet);
CREATE INDEX reminder_of_family ON reminder (family_id);
CREATE INDEX reminder_of_day ON reminder (sent_on);
CREATE INDEX reminder_of_invoice ON reminder_invoice (invoice_id);
CREATE INDEX payment_plan_of_family ON payment_plan (family_id);
CREATE INDEX treasury_claim_of_list ON treasury_claim (list_id);
CREATE INDEX payment_of_act ON payment (act_id);
CREATE INDEX payout_of_act ON payout (act_id);
CREATE INDEX allocation_of_act ON allocation (act_id);
CREATE INDEX tax_certificate_of_act ON tax_certificate (act_id);
CREATE INDEX deposit_of_act ON deposit (act_id);
CREATE INDEX reminder_of_act ON reminder (act_id);
CREATE INDEX payment_plan_of_act ON payment_plan (act_id);
CREATE INDEX treasury_list_of_act ON treasury_list (act_id);
CREATE INDEX tariff_of_act ON tariff (act_id);
CREATE UNIQUE INDEX child_ine ON child (ine) WHERE ine <> '';
CREATE INDEX mail_to_send ON mail (next_attempt_at) WHERE state IN ('waiting', 'deferred');
CREATE INDEX mail_of_family ON mail (family_id);
CREATE INDEX mail_of_invoice ON mail (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX mail_of_reminder ON mail (reminder_id) WHERE reminder_id IS NOT NULL;
CREATE INDEX mail_of_certificate ON mail (certificate_id) WHERE certificate_id IS NOT NULL;
CREATE INDEX family_merge_into ON family_merge (into_id);
CREATE INDEX erased_act_of_erasure ON erased_act (erasure_act_id);
CREATE INDEX erased_invoice_of_erasure ON erased_invoice (erasure_act_id);
CREATE INDEX family_membership_of_child ON family_membership (child_id);
CREATE INDEX authorised_person_of_child ON authorised_person (child_id);
CREATE INDEX child_health_of_child ON child_health (child_id);
CREATE INDEX stray_login_in_time ON stray_login (failed_at);

CREATE VIEW reservation AS
SELECT child.code AS child,
       activity.code AS activity,
       unit.code AS unit,
       family.code AS family,
       make_date(m.month / 100, m.month % 100, 1) + (day.n - 1) AS day_on,
       CASE
           WHEN m.cancelled_late >> (day.n - 1) & 1 = 1 THEN 'cancelled-late'
           WHEN m.booked >> (day.n - 1) & 1 = 1 THEN 'booked'
           WHEN m.cancelled >> (day.n - 1) & 1 = 1 THEN 'cancelled'
       END COLLATE "C" AS state,
       CASE
           WHEN m.present >> (day.n - 1) & 1 = 1 THEN 'present'
           WHEN m.absent >> (day.n - 1) & 1 = 1 THEN 'absent'
           WHEN m.excused >> (day.n - 1) & 1 = 1 THEN 'excused'
       END COLLATE "C" AS attendance
FROM reservation_month m
JOIN generate_series(1, 31) AS day (n)
  ON (m.booked | m.cancelled | m.present | m.absent | m.excused) >> (day.n - 1) & 1 = 1
JOIN registration ON registration.id = m.registration_id
JOIN child ON child.id = registration.child_id
JOIN family ON family.id = registration.family_id
JOIN unit ON unit.id = m.unit_id
JOIN activity ON activity.id = unit.activity_id
UNION ALL
SELECT child.code, activity.code, unit.code, family.code, r.day_on,
       CASE WHEN r.state = 'requested' AND r.action = 'cancel' THEN 'cancel-requested' ELSE r.state END,
       NULL
FROM day_request r
JOIN registration ON registration.id = r.registration_id
JOIN child ON child.id = registration.child_id
JOIN family ON family.id = registration.family_id
JOIN unit ON unit.id = r.unit_id
JOIN activity ON activity.id = unit.activity_id
WHERE r.state IN ('requested', 'waiting');

INSERT INTO stray_login_secret (id, secret)
VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
