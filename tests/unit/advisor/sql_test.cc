// SPDX-License-Identifier: Apache-2.0
#include "advisor/sql.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace ppp::advisor {
namespace {

TEST(OnlyReads, ofSqlite) {
  EXPECT_TRUE(only_reads("select a from t where b = ?"));
  EXPECT_TRUE(only_reads("SELECT replace(a, 'x', 'y') FROM t"));
  EXPECT_FALSE(
      only_reads("with x as (select 1) insert into t select * from x"));
  EXPECT_FALSE(only_reads("select last_insert_rowid()"));
  EXPECT_FALSE(only_reads("pragma cache_size"));
}

TEST(MoreThanReads, nothingButAQuery) {
  for (const char* sql : {
           "SELECT name FROM users WHERE id = %s",
           "select count(*), max(u.age), 2*round(avg(pay), 2) from users u",
           "SELECT a::numeric(10, 2) FROM t WHERE b IN (%(one)s, %(two)s);",
           "WITH r AS (SELECT * FROM s WHERE x = %s) SELECT * FROM r",
           "WITH RECURSIVE r AS MATERIALIZED (SELECT 1) SELECT * FROM r",
           "select `order`.total from `order` where day > '2024-01-01'",
           "SELECT \"update\" FROM t WHERE note = 'for update; nextval(1)'",
           "SELECT substring(a from 1 for 2) FROM t ORDER BY b LIMIT 3",
           "SELECT sum(x) FILTER (WHERE y > 0) OVER (PARTITION BY z) FROM t",
           "SELECT coalesce(a, 0) FROM t FETCH FIRST 5 ROWS ONLY",
           "SELECT a FROM t WHERE note = 'it''s now'",
       }) {
    EXPECT_EQ(more_than_reads(sql), "") << sql;
  }
}

TEST(MoreThanReads, namesWhatItMayBe) {
  const std::vector<std::pair<std::string, std::string>> others = {
      {"", "nothing"},
      {"INSERT INTO t VALUES (1)", "insert"},
      {"SET search_path TO x", "set"},
      {"EXPLAIN ANALYZE SELECT 1", "explain"},
      {"(SELECT 1)", "("},
      {"WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x", "delete"},
      {"SELECT a FROM t WHERE b = %s FOR UPDATE", "for update"},
      {"SELECT a FROM t FOR NO KEY UPDATE", "for no"},
      {"SELECT a FROM t LOCK IN SHARE MODE", "lock"},
      {"SELECT a INTO TEMP copy FROM t", "into"},
      {"SELECT 1; SELECT 2", ";"},
      {"SELECT nextval('numbers')", "nextval"},
      {"SELECT 2*nextval('numbers')", "nextval"},
      {"SELECT a%nextval('numbers') FROM t", "nextval"},
      {"SELECT (b)[1:nextval('numbers')] FROM t", "nextval"},
      {"SELECT pg_catalog.setval('n', 1)", "pg_catalog.setval"},
      {"SELECT \"nextval\"('numbers')", "\"nextval\""},
      {"SELECT public.count(a) FROM t", "public.count"},
      {"SELECT count (*), mine (a) FROM t", "mine"},
      {"SELECT a FROM pg_stat_activity", "pg_stat_activity"},
      {"SELECT a FROM s.pg_temp_1.t", "s.pg_temp_1.t"},
      {"SELECT * FROM t WHERE day < CURRENT_DATE", "current_date"},
      {"SELECT a*localtime FROM t", "a*localtime"},
      {"SELECT 'now'::timestamp", "'now'"},
      {"SELECT date ' Today ' - day FROM t", "' today '"},
      {"SELECT now()", "now"},
      {"SELECT random() FROM t", "random"},
      {"SELECT a FROM t TABLESAMPLE SYSTEM (10)", "tablesample"},
      {"SELECT @last := a FROM t", "@"},
      {"SELECT SQL_CALC_FOUND_ROWS a FROM t", "sql_calc_found_rows"},
      {"SELECT a -- all of them\nFROM t", "--"},
      {"SELECT /*! SQL_NO_CACHE */ a FROM t", "/*"},
      {"SELECT a FROM t WHERE b = 'x\\' OR nextval(1)'", "\\"},
      {"SELECT $$a$$", "$"},
      {"SELECT a # b", "#"},
  };
  for (const auto& [sql, word] : others) {
    EXPECT_EQ(more_than_reads(sql), word) << sql;
  }
}

TEST(OnlyChangesRows, butNotTheSession) {
  for (const char* sql : {
           "INSERT INTO sums (uid, total) VALUES (%s, %s)",
           "insert into sums values (%s, upper(%s)) on conflict (uid) do "
           "nothing",
           "UPDATE users SET total = coalesce(total, 0) + %s WHERE id = %s",
           "DELETE FROM users WHERE id IN (SELECT uid FROM gone)",
       }) {
    EXPECT_TRUE(only_changes_rows(sql)) << sql;
  }
  for (const char* sql : {
           "",
           "SELECT 1",
           "INTO t",
           "SET search_path TO x",
           "CREATE TEMP TABLE t (a int)",
           "INSERT INTO t SELECT set_config('search_path', 'x', false)",
           "INSERT INTO pg_temp.t (a) VALUES (1)",
           "INSERT INTO t VALUES (now())",
           "INSERT INTO t VALUES (1); SET x = 1",
           "DELETE FROM t WHERE day < current_date",
           "WITH x AS (SELECT 1) DELETE FROM t",
           "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE",
       }) {
    EXPECT_FALSE(only_changes_rows(sql)) << sql;
  }
}

TEST(OnlyReads, nothingIsNoQuery) {
  EXPECT_FALSE(only_reads(""));
  EXPECT_FALSE(only_reads(" \n"));
}

}  // namespace
}  // namespace ppp::advisor
