// SPDX-License-Identifier: Apache-2.0
#include "advisor/repeated_query.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

TEST(BatchedQuery, AsksForAList) {
  EXPECT_EQ(batched_query("SELECT name FROM users WHERE id = ?"),
            "SELECT id, name FROM users WHERE id IN (?, …)");
  EXPECT_EQ(batched_query("select * from users u where u.id = %s;"),
            "select * from users u where u.id IN (%s, …)");
  EXPECT_EQ(batched_query("SELECT id, name FROM users\n"
                          "WHERE age > 7 AND id = %(id)s"),
            "SELECT id, name FROM users WHERE age > 7 AND id IN (%(id)s, …)");
  EXPECT_EQ(
      batched_query("SELECT name FROM users WHERE id=$1 AND note = 'a b'"),
      "SELECT id, name FROM users WHERE id = ANY($1) AND note = 'a b'");
}

TEST(BatchedQuery, GroupsWhatIsCounted) {
  EXPECT_EQ(batched_query("SELECT count(*), max(a) FROM sale WHERE shop = :shop"
                          " AND a % 7 < 3"),
            "SELECT shop, count(*), max(a) FROM sale WHERE shop IN (:shop, …)"
            " AND a % 7 < 3 GROUP BY shop");
}

TEST(BatchedQuery, SaysNothingWhereAListIsNotEnough) {
  for (const char* sql :
       {"", "?", "SELECT 1", "SELECT name FROM users WHERE id > ?",
        "SELECT name FROM users WHERE id = ? OR name = 'x'",
        "SELECT name FROM users WHERE id = ? LIMIT 1",
        "SELECT name FROM users WHERE id = ? AND age = ?",
        "SELECT name FROM users WHERE id = ? ORDER BY name",
        "SELECT a FROM t WHERE id = ? AND b IN (SELECT b FROM u WHERE c = 1)",
        "DELETE FROM users WHERE id = ?", "SELECT a FROM t WHERE = ? b c d",
        "SELECT 'a FROM t WHERE id = ?", "SELECT a FROM t WHERE id = %(name"}) {
    EXPECT_EQ(batched_query(sql), std::nullopt) << sql;
  }
}

}  // namespace
}  // namespace ppp::advisor
