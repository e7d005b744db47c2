-- Wrong passwords are forgotten when as much time went by as a lock lasts: the last one needs its moment.
ALTER TABLE credential ADD COLUMN failed_at TEXT;

-- Wrong passwords given for logins that nobody has are counted as those of families are, or a lock would tell which logins there are.
-- People type passwords where the login goes, so a login stands here as a digest under a secret of this database's own.
DROP TABLE stray_login;

CREATE TABLE stray_login_secret (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    secret BLOB    NOT NULL CHECK (length(secret) = 32)
) STRICT;
INSERT INTO stray_login_secret (id, secret) VALUES (1, randomblob(32));

CREATE TABLE stray_login (
    digest          BLOB    NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    failures        INTEGER NOT NULL CHECK (failures > 0),
    failed_at       TEXT    NOT NULL,
    locked_until_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX stray_login_in_time ON stray_login (failed_at);
