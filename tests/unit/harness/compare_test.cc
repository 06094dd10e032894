// SPDX-License-Identifier: Apache-2.0
#include "harness/compare.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

advisor::ClockUse took_clock() {
  advisor::ClockUse clock;
  clock.reads_clock = true;
  clock.outputs.push_back({Span{"a.py", 7, 7}, {"took ", " s\n"}, {true}});
  return clock;
}

ProgramRun printing(std::string out, std::string err = "", int code = 0) {
  ProgramRun run;
  run.out = std::move(out);
  run.err = std::move(err);
  run.status.code = code;
  return run;
}

const Check& check(const Comparison& comparison, const std::string& id) {
  for (const Check& c : comparison.checks) {
    if (c.id == id) return c;
  }
  ADD_FAILURE() << "no check " << id;
  return comparison.checks.front();
}

TEST(Compare, NamesTheFirstDifferentLine) {
  ProgramRun one = printing("a\nb\nc\n");
  Comparison c = compare({&one}, printing("a\nX\nY\n"), {});
  EXPECT_FALSE(c.same);
  EXPECT_EQ(c.first_difference, "stdout line 2: 'b', then 'X'");
  EXPECT_EQ(check(c, "stdout").result, Check::Result::kDiffers);
  EXPECT_EQ(check(c, "stderr").result, Check::Result::kIdentical);
}

TEST(Compare, NamesAMissingEnd) {
  ProgramRun one = printing("a\nb");
  EXPECT_FALSE(compare({&one}, printing("a\nb\n"), {}).same);
  Comparison c = compare({&one}, printing("a"), {});
  EXPECT_EQ(c.first_difference, "stdout line 2: 'b', then the end");
}

TEST(Compare, TakesOtherLastDigitsOfTheChangedProgramAlone) {
  ProgramRun one = printing("sum 0.5000000000001\n");
  ProgramRun two = printing("sum 0.5000000000002\n");
  EXPECT_FALSE(compare({&one}, two, {}).same);
  Comparison c = compare({&one, &one}, two, {}, 1e-9);
  EXPECT_TRUE(c.same);
  EXPECT_EQ(check(c, "stdout").result, Check::Result::kMasked);
  EXPECT_EQ(check(c, "stdout").detail,
            "line 1: 'sum 0.5000000000001' and 'sum 0.5000000000002', within "
            "the tolerance of 1e-09");
  EXPECT_FALSE(compare({&one, &two}, one, {}, 1e-9).same);
  EXPECT_FALSE(compare({&one}, two, {}, 1e-15).same);
}

TEST(Compare, MasksClockValuesAndSaysSo) {
  ProgramRun one = printing("x\ntook 0.10 s\n");
  ProgramRun two = printing("x\ntook 0.12 s\n");
  Comparison c =
      compare({&one, &two}, printing("x\ntook 0.05 s\n"), took_clock());
  EXPECT_TRUE(c.same);
  EXPECT_EQ(check(c, "stdout").result, Check::Result::kMasked);
  EXPECT_EQ(check(c, "stdout").detail,
            "line 2: 'took 0.10 s' and 'took 0.05 s', a clock value printed at "
            "a.py:7");
}

TEST(Compare, MasksAlsoWhereTheOriginalsAgree) {
  ProgramRun one = printing("took 0.00 s\n");
  EXPECT_TRUE(
      compare({&one, &one}, printing("took 0.01 s\n"), took_clock()).same);
}

TEST(Compare, MasksNothingElse) {
  ProgramRun one = printing("took 0.10 s\n1\n");
  EXPECT_FALSE(
      compare({&one}, printing("took 0.10 s\n2\n"), took_clock()).same);
  EXPECT_FALSE(
      compare({&one}, printing("took 0.20 s\n1\n\n"), took_clock()).same);
}

TEST(Compare, ComparesOfATracebackOnlyTheException) {
  ProgramRun one = printing("",
                            "note\nTraceback (most recent call last):\n"
                            "  File \"a.py\", line 3, in <module>\n"
                            "ValueError: 3\n",
                            1);
  auto other = [](const std::string& before, const std::string& exception) {
    return printing("",
                    before +
                        "Traceback (most recent call last):\n"
                        "  File \"a.py\", line 9, in g\n    pool()\n" +
                        exception,
                    1);
  };
  Comparison c = compare({&one}, other("note\n", "ValueError: 3\n"), {});
  EXPECT_TRUE(c.same);
  EXPECT_NE(check(c, "stderr").detail.find("frames are not"),
            std::string::npos);
  EXPECT_FALSE(compare({&one}, other("note\n", "ValueError: 4\n"), {}).same);
  EXPECT_FALSE(compare({&one}, other("Note\n", "ValueError: 3\n"), {}).same);
  ProgramRun quiet = other("note\n", "ValueError: 3\n");
  quiet.status.code = 0;
  EXPECT_FALSE(compare({&one}, quiet, {}).same);
}

TEST(Compare, ComparesExitStatusAndSignal) {
  ProgramRun one = printing("", "", 3);
  EXPECT_TRUE(compare({&one}, printing("", "", 3), {}).same);
  EXPECT_FALSE(compare({&one}, printing("", "", 4), {}).same);
  ProgramRun killed = printing("");
  killed.status.signal = 9;
  ProgramRun fine = printing("");
  EXPECT_EQ(compare({&fine}, killed, {}).first_difference,
            "exit status: 0, then signal 9");
}

TEST(Compare, ComparesFiles) {
  ProgramRun one = printing("");
  one.changes["/w/out.txt"] = {FileState::Kind::kFile, 0644, 5, 77, ""};
  ProgramRun other = one;
  EXPECT_TRUE(compare({&one}, other, {}).same);
  other.changes["/w/out.txt"].hash = 78;
  EXPECT_FALSE(compare({&one}, other, {}).same);
  EXPECT_FALSE(compare({&one}, printing(""), {}).same);
  Comparison more = compare({&other}, one, {});
  EXPECT_NE(more.first_difference.find("/w/out.txt"), std::string::npos);
  ProgramRun none = printing("");
  EXPECT_FALSE(compare({&none}, one, {}).same);
}

ProgramRun logging(const std::string& text) {
  ProgramRun run = printing("");
  FileState file;
  file.mode = 0644;
  file.size = text.size();
  for (char c : text) file.hash = file.hash * 31 + static_cast<unsigned>(c);
  file.text = text;
  run.changes["/w/app.log"] = file;
  return run;
}

TEST(Compare, MasksTheTimesOfRecordsInLogFiles) {
  advisor::ClockUse clock;
  clock.reads_clock = true;
  clock.log_files = {"app.log"};
  clock.outputs.push_back(
      {Span{"a.py", 2, 2}, {"", ":", " ", "\n"}, {true, true, false}, true});
  const ProgramRun one = logging("old\n09:01 got 3\n");
  const ProgramRun two = logging("old\n09:02 got 3\n");
  const Comparison same =
      compare({&one, &two}, logging("old\n11:03 got 3\n"), clock);
  EXPECT_TRUE(same.same);
  EXPECT_EQ(check(same, "files").result, Check::Result::kMasked);
  EXPECT_NE(
      check(same, "files").detail.find("/w/app.log line 2: '09:01 got 3'"),
      std::string::npos);
  const Comparison more = compare({&one}, logging("old\n11:03 got 4\n"), clock);
  EXPECT_EQ(more.first_difference,
            "file /w/app.log line 2: '09:01 got 3', then '11:03 got 4'");
  const auto differs = [&](const std::string& text) {
    return !compare({&one, &two}, logging(text), clock).same;
  };
  EXPECT_TRUE(differs("new\n11:03 got 3\n"));
  EXPECT_TRUE(differs("old\n11:03 got 3\n11:03 got 3\n"));
  EXPECT_TRUE(differs(""));
  ProgramRun other = logging("old\n11:03 got 3\n");
  other.changes["/w/app.log"].mode = 0600;
  EXPECT_FALSE(compare({&one}, other, clock).same);
  // What the program prints in this form is no record.
  clock.outputs[0].logged = false;
  EXPECT_FALSE(compare({&one}, two, clock).same);
  clock.outputs[0].logged = true;
  clock.log_files = {"other.log"};
  EXPECT_FALSE(compare({&one}, two, clock).same);
}

TEST(Compare, GuessesTheCause) {
  EXPECT_EQ(probable_cause("<X at 0x7f01>", "<X at 0x7f02a>"),
            "memory addresses");
  EXPECT_EQ(probable_cause("{'a', 'b'}", "{'b', 'a'}"),
            "the order of a set, a directory or concurrent work");
  EXPECT_EQ(probable_cause("x 0.25", "x 0.75123"),
            "random numbers, process ids or a clock");
  EXPECT_EQ(probable_cause("apple", "pear"), "");
}

}  // namespace
}  // namespace ppp::harness
