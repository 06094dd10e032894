// SPDX-License-Identifier: Apache-2.0
// Arrays of NumPy in the work of a pool.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

/// A loop that calls `work(i)`, the body of which is `body`.
std::string program(const std::string& body, const std::string& head = "") {
  return "import numpy as np\nimport warnings\n" + head +
         "table = np.arange(12.0)\nwhole = np.arange(12)\n"
         "rng = np.random.default_rng(3)\n"
         "def work(i):\n    values = np.arange(9.0) + i\n    " +
         body +
         "\nfound = []\nfor i in range(60):\n    found.append(work(i))\n"
         "print(found, table)\n";
}

/// Why processes may not do it, or "".
std::string refused(const Judged& found) {
  if (!found.candidate) return found.reasons;
  return lines_of(found.candidate->process_obstacles);
}

TEST(Arrays, WorkThatGivesNumbers) {
  const std::vector<std::string> bodies = {
      "return float(values.sum())",
      "return np.sqrt(values).max()",
      "values /= 2\n    return values.mean()",
      "values[2:4] = 7\n    return values[1:].sum()",
      "return np.random.default_rng(i).normal(0.0, 1.0, 9).std()",
      "return float(np.array([1, i], dtype=np.float32)[0])",
      "return int(np.where(values > 3, values, table).argmax())",
      "return np.abs(np.fft.fft(values)).max()",
      "mine = table.copy()\n    mine += i\n    return mine.sum()",
      "mine = np.round(table)\n    return mine.sum()"};
  for (const std::string& body : bodies) {
    const Judged found = judged(program(body), "for i in");
    EXPECT_EQ(refused(found), "") << body;
    ASSERT_TRUE(found.candidate) << body;
    EXPECT_TRUE(found.candidate->work.warns) << body;
    EXPECT_FALSE(found.candidate->thread_obstacles.empty()) << body;
  }
}

TEST(Arrays, WhatOthersWouldSee) {
  struct Case {
    std::string body;
    std::string id;
  };
  const std::vector<Case> cases = {
      {"return [[values]]", "not-picklable"},
      {"return {i: [values]}", "not-picklable"},
      {"return [values] if i else {0: values}", "not-picklable"},
      {"return [values] if i else None", "not-picklable"},
      {"return values, {'all': values}", "not-picklable"},
      {"return table", "result-aliases"},
      {"return table[1:]", "result-aliases"},
      {"return whole.round()", "result-aliases"},
      {"global table\n    table += i\n    return 1.0", "writes-shared-state"},
      {"mine = table[2:]\n    mine[0] = i\n    return 1.0",
       "writes-shared-state"},
      {"mine = table.reshape(3, 4).T\n    mine *= i\n    return 1.0",
       "writes-shared-state"},
      {"mine = whole.round()\n    mine += i\n    return 1.0",
       "writes-shared-state"},
      {"mine = np.asarray(table)\n    mine.sort()\n    return 1.0",
       "writes-shared-state"},
      {"for row in table.reshape(3, 4):\n        row -= 1\n    return 1.0",
       "writes-shared-state"},
      {"return float(rng.normal(0.0, 1.0, 3).sum())", "writes-shared-state"},
      {"return float(np.random.normal(0.0, 1.0, 3).sum())", "effect-random"},
      {"return float(np.array([1, i], dtype=object)[0])", "unknown-effect"},
      {"return float(np.array([print])[0])", "unknown-effect"},
      {"return float(np.linalg.svd(np.outer(values, values))[1][0])",
       "effect-stdout"},
      {"return float(np.linalg.norm(values, 2))", "effect-stdout"},
      {"mine = table.reshape(3, 4)\n    mine @= np.eye(4)\n    return 1.0",
       "writes-shared-state"},
      {"mine = np.einsum('i->i', table)\n    mine += i\n    return 1.0",
       "writes-shared-state"},
      {"mine = np.linalg.matrix_power(table.reshape(3, 4)[:, :3], 1)\n"
       "    mine += i\n    return 1.0",
       "writes-shared-state"},
      {"return float(np.dot(values, values, out=table))", "unknown-effect"},
      {"print(i)\n    return float(values.sum())", "effect-warnings"},
      {"open('x').read()\n    return float(values.sum())", "effect-warnings"}};
  for (const auto& [body, id] : cases) {
    const std::string told = refused(judged(program(body), "for i in"));
    EXPECT_NE(told.find(id), std::string::npos) << body << "\n" << told;
  }
}

TEST(Arrays, AsResults) {
  using enum GivenArrays;
  const std::vector<std::pair<std::string, GivenArrays>> cases = {
      {"return float(values.sum())", kNone},
      {"return np.sort(values)[1:]", kPerhaps},
      {"return np.zeros(3)", kAll},
      {"return np.zeros(3) if i else None", kPerhaps},
      {"return i, np.zeros(3)", kParts},
      {"return [np.zeros(k) for k in range(i)]", kParts},
      {"return {'a': np.zeros(3), 'n': i}", kValues}};
  for (const auto& [body, where] : cases) {
    const Judged found = judged(program(body), "for i in");
    EXPECT_EQ(refused(found), "") << body;
    ASSERT_TRUE(found.candidate) << body;
    EXPECT_EQ(found.candidate->work.arrays, where) << body;
  }
  for (const std::string look :
       {"print(out[0].base)\n", "print(getattr(out[0], 'strides'))\n",
        "import sys\nprint(sys.getsizeof(out[0]))\n"}) {
    const std::string told =
        refused(judged(program("return np.zeros(3)", look), "for i in"));
    EXPECT_NE(told.find("looks-at-memory"), std::string::npos) << look << told;
  }
  for (const auto& [body, saved] : std::vector<std::pair<std::string, bool>>{
           {"return i, float(values.sum())", true},
           {"return 'sum', i", false},
           {"return ('sum', 1)", false},
           {"return np.zeros(3)", false}}) {
    for (const std::string write :
         {"import pickle\npickle.dump(out, open('x', 'wb'))\n",
          "import yaml\nprint(yaml.safe_dump(out))\n",
          "np.save('x', np.array(out, dtype=object))\n",
          "print(len(np.array(out).dumps()))\n"}) {
      const std::string told =
          refused(judged(program(body, write), "for i in"));
      EXPECT_EQ(told.find("pickled-results") == std::string::npos, saved)
          << body << told;
    }
    const std::string json = "import json, pickle\njson.dump(out, open('x'))\n";
    const std::string told = refused(judged(program(body, json), "for i in"));
    EXPECT_EQ(told.find("pickled-results"), std::string::npos) << told;
  }
}

TEST(Arrays, LinearAlgebraInForkedWorkersOnly) {
  const std::vector<std::string> bodies = {
      "return float(values @ values)", "return float(np.linalg.norm(values))",
      "return float(np.linalg.inv(np.outer(values, table[:9])).sum())",
      "a, b = np.linalg.eigh(np.outer(values, values))\n"
      "    return float(a[0] + b[0].sum())",
      "return float(np.einsum('i,i->', values, values))"};
  for (const std::string& body : bodies) {
    const Judged found = judged(program(body), "for i in");
    EXPECT_EQ(refused(found), "") << body;
    ASSERT_TRUE(found.candidate) << body;
    EXPECT_TRUE(found.candidate->work.linear_algebra) << body;
    for (const auto* obstacles : {&found.candidate->thread_obstacles,
                                  &found.candidate->reimport.obstacles}) {
      EXPECT_NE(lines_of(*obstacles).find("linear-algebra"), std::string::npos)
          << body;
    }
    const std::string told =
        refused(judged(program(body, "import threadpoolctl\n"), "for i in"));
    EXPECT_NE(told.find("linear-algebra-threads"), std::string::npos) << told;
  }
  const Judged sums = judged(program("return float(values.sum())"), "for i in");
  ASSERT_TRUE(sums.candidate);
  EXPECT_FALSE(sums.candidate->work.linear_algebra);
}

TEST(Arrays, WhoIsToldOfWarnings) {
  const std::string body = "return float(values.sum())";
  for (const std::string quiet :
       {"np.seterr(divide='ignore', over='warn')\n",
        "warnings.filterwarnings('ignore')\n",
        "np.set_printoptions(precision=3)\n",
        "with warnings.catch_warnings(record=True): pass\n"}) {
    EXPECT_EQ(refused(judged(program(body, quiet), "for i in")), "") << quiet;
  }
  for (const std::string told :
       {"np.seterr(all='call')\n", "np.seterr(all='print')\n",
        "np.seterrcall(print)\n", "told = np.seterr\n",
        "warnings.simplefilter('error')\n",
        "with warnings.catch_warnings(action='error'): pass\n",
        "getattr(np, 'seterrcall')(print)\n",
        "warnings.filterwarnings(action='always')\n",
        "np.set_printoptions(formatter={'float': hex})\n"}) {
    EXPECT_NE(refused(judged(program(body, told), "for i in"))
                  .find("tells-of-warnings"),
              std::string::npos)
        << told;
  }
}

TEST(Arrays, WarningsToldByTheirLine) {
  const std::string body = "return float(values.sum())";
  for (const std::string told :
       {"warnings.filterwarnings('ignore', lineno=12)\n",
        "warnings.filterwarnings('ignore', '', Warning, '', 12)\n",
        "warnings.simplefilter('ignore', Warning, 12)\n",
        "warnings.simplefilter(*['ignore', Warning, 12])\n",
        "with warnings.catch_warnings(record=True) as seen:\n"
        "    print([one.lineno for one in seen])\n"}) {
    EXPECT_NE(
        refused(judged(program(body, told), "for i in")).find("shows-lines"),
        std::string::npos)
        << told;
  }
  EXPECT_EQ(refused(judged(
                program(body, "warnings.simplefilter('ignore', UserWarning)\n"),
                "for i in")),
            "");
}

TEST(Arrays, NumbersOutOfThemAreNoInts) {
  const std::string text =
      "import numpy as np\nweights = np.array([1, 2, 3])\ntotal = 0\n"
      "counts = {}\n"
      "for i in range(60):\n"
      "    for k in range(3):\n"
      "        total += weights[k]\n"
      "print(total)\n";
  const Judged found = judged(text, "for i in");
  EXPECT_FALSE(found.candidate && !found.candidate->work.accumulators.empty());
}

}  // namespace
}  // namespace ppp::advisor
