-- 2b) typical week of ALL children over the school year
.read pragmas.sql
PRAGMA wal_autocheckpoint=0;
CREATE TEMP TABLE open_day(dow INT, day INT, PRIMARY KEY(dow,day)) WITHOUT ROWID;
INSERT INTO open_day SELECT dow,day FROM calendar WHERE open=1;
BEGIN IMMEDIATE;
INSERT INTO reservation(registration_id,day,status)
 SELECT r.id,k.day,1
  FROM registration r CROSS JOIN week_pattern w ON w.registration_id=r.id CROSS JOIN open_day k ON k.dow=w.dow AND k.day BETWEEN r.first_day AND r.last_day
 ORDER BY r.id,k.day;
COMMIT;
