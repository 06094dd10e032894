// SPDX-License-Identifier: Apache-2.0
// Files of other tools. Those of tests/fuzz/corpus/recorded were recorded with
// the tools that they are named after.
#include "profiler/formats/read.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>

#include "base/files.h"
#include "profiler/formats/formats.h"
#include "profiler/profile_json.h"
#include "tests/unit/profiler/sample_profile.h"

namespace ppp::profiler {
namespace {

Profile recorded(const std::string& name) {
  auto bytes = read_file(PPP_RECORDED + ("/" + name));
  EXPECT_TRUE(bytes.ok()) << name;
  EXPECT_TRUE(is_profile(*bytes)) << name;
  auto profile = read_profile(*bytes);
  EXPECT_TRUE(profile.ok()) << name << ": " << profile.error().what;
  return profile.ok() ? std::move(*profile) : Profile();
}

/// "file:function:line" to the time in which it is anywhere on the stack.
std::map<std::string, double> totals(const Profile& profile) {
  std::map<std::string, double> totals;
  for (const Stack& stack : profile.stacks) {
    std::map<std::string, double> here;
    for (int index : stack.frames) {
      const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
      here[frame.file + ":" + frame.function + ":" +
           std::to_string(frame.line)] = stack.cost.wall_s;
    }
    for (const auto& [name, wall_s] : here) totals[name] += wall_s;
  }
  return totals;
}

std::string failure(std::string_view bytes) {
  auto profile = read_profile(bytes);
  return profile.ok() ? "" : profile.error().what;
}

TEST(ReadProfile, PySpyRaw) {
  const Profile profile = recorded("py-spy.txt");
  EXPECT_TRUE(profile.origin.counts_samples);
  EXPECT_EQ(profile.threads, (std::vector<Thread>{{0, true}}));
  auto time = totals(profile);
  EXPECT_EQ(time["main.py:<module>:20"], 771);
  EXPECT_EQ(time["pricing/model.py:price:12"], 614);
}

TEST(ReadProfile, PySpyWithProcessesAndThreads) {
  const Profile profile = recorded("py-spy-threads.txt");
  EXPECT_EQ(profile.threads.size(), 1u);
  EXPECT_EQ(totals(profile)["/srv/app/main.py:main:14"], 404);
}

TEST(ReadProfile, PySpyWithoutLines) {
  const Profile profile = recorded("py-spy-nolineno.txt");
  EXPECT_EQ(totals(profile)["pricing/model.py:price:0"], 332);
}

TEST(ReadProfile, OurProcesses) {
  Profile tree = sample_tree();
  tree.native = tree.processes[0].native = {};
  const auto profile = read_profile(to_collapsed(tree));
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  EXPECT_FALSE(profile->origin.counts_samples);
  EXPECT_NEAR(totals(*profile)["main.py:work:9"], 2 * 1.25, 1e-6);
  for (const Frame& frame : profile->frames) {
    EXPECT_FALSE(frame.function.starts_with("process")) << frame.function;
  }
}

TEST(ReadProfile, PySpySpeedscope) {
  const Profile profile = recorded("py-spy.speedscope.json");
  EXPECT_EQ(profile.origin.format, "speedscope, by py-spy@0.4.3");
  EXPECT_FALSE(profile.origin.counts_samples);
  EXPECT_NEAR(profile.wall_s, 2.5, 0.1);
  EXPECT_GT(totals(profile)["/srv/app/pricing/model.py:price:12"], 1.5);
}

TEST(ReadProfile, PyinstrumentKnowsFunctionsOnly) {
  const Profile profile = recorded("pyinstrument.speedscope.json");
  EXPECT_TRUE(profile.origin.whole_functions);
  EXPECT_NEAR(totals(profile)["main.py:main:11"], 9.95, 0.01);
}

TEST(ReadProfile, Austin) {
  const Profile profile = recorded("austin.txt");
  EXPECT_EQ(profile.origin.format, "Austin");
  EXPECT_FALSE(profile.origin.counts_samples);
  auto time = totals(profile);
  EXPECT_GT(time["/srv/app/pricing/model.py:price:12"], 0.5);
  EXPECT_LT(time["/srv/app/pricing/model.py:price:12"], 5);
}

TEST(ReadProfile, Pstats) {
  for (const char* name : {"python3.8.pstats", "python3.14.pstats"}) {
    const Profile profile = recorded(name);
    EXPECT_TRUE(profile.origin.whole_functions);
    auto time = totals(profile);
    const double main = time["/srv/app/main.py:main:11"];
    EXPECT_GT(main, 0) << name;
    EXPECT_LE(main, time["/srv/app/main.py:<module>:1"]) << name;
    EXPECT_LE(time["/srv/app/pricing/model.py:price:8"], main) << name;
    EXPECT_GT(time["/srv/app/pricing/model.py:price:8"], 0.5 * main) << name;
  }
}

TEST(ReadProfile, WhatWeWrite) {
  const Profile sample = sample_profile();
  const auto collapsed = read_profile(to_collapsed(sample));
  ASSERT_TRUE(collapsed.ok());
  EXPECT_DOUBLE_EQ(totals(*collapsed)["main.py:work:9"], 1.25);
  EXPECT_EQ(collapsed->threads.size(), 2u);
  EXPECT_DOUBLE_EQ(collapsed->wall_s, 1.75);
  const auto speedscope = read_profile(to_speedscope(sample));
  ASSERT_TRUE(speedscope.ok());
  EXPECT_DOUBLE_EQ(totals(*speedscope)["main.py:work:9"], 1.25);
  EXPECT_EQ(speedscope->threads.size(), 2u);
  EXPECT_DOUBLE_EQ(speedscope->wall_s, 1.75);
  const auto pstats = read_profile(to_pstats(sample));
  ASSERT_TRUE(pstats.ok());
  EXPECT_DOUBLE_EQ(totals(*pstats)["main.py:work:8"], 1.25);
  EXPECT_EQ(*read_profile(profile_to_json(sample)), sample);
  const auto again = profile_from_json(profile_to_json(*speedscope));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, *speedscope);
}

TEST(ReadProfile, FramesOfCollapsedStacks) {
  const auto profile = read_profile(
      "\xEF\xBB\xBF<module> (a;b (1).py:3);f.<locals>.<lambda> (a: b.py:4) "
      "1\r\n"
      "\r\n"
      "python;py::work:/srv/c.py;[unknown] 2\r\n"
      "r (C:\\app\\d.py:5);r (C:\\app\\d.py:5) 4");
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  auto time = totals(*profile);
  EXPECT_EQ(time["a;b (1).py:<module>:3"], 1);
  EXPECT_EQ(time["a: b.py:f.<locals>.<lambda>:4"], 1);
  EXPECT_EQ(time["/srv/c.py:work:0"], 2);
  EXPECT_EQ(time["C:\\app\\d.py:r:5"], 4) << "recursion counts once";
  EXPECT_EQ(profile->wall_s, 7);
}

TEST(ReadProfile, ThreadsThatPythonStarted) {
  const auto profile = read_profile(
      "<module> (a.py:1) 3\n_bootstrap (threading.py:9);run (a.py:2) 5\n");
  ASSERT_TRUE(profile.ok());
  EXPECT_EQ(profile->threads.size(), 2u);
  EXPECT_EQ(profile->wall_s, 3);
}

TEST(ReadProfile, SeveralAustinProcesses) {
  const auto profile = read_profile(
      "P1;T0:1;a.py:<module>:3;C:\\x y\\b.py:f:7 1000000\n"
      "P1;T0:2;t.py:run:1 500000,0,12\n"
      "P2;T0:9;a.py:<module>:3 2000000\n");
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  EXPECT_EQ(profile->threads.size(), 2u);
  EXPECT_DOUBLE_EQ(profile->wall_s, 3);
  EXPECT_DOUBLE_EQ(totals(*profile)["C:\\x y\\b.py:f:7"], 1);
}

TEST(ReadProfile, RefusesCollapsedStacks) {
  EXPECT_NE(failure("main;work;helper 12\n").find("without files"),
            std::string::npos);
  EXPECT_NE(failure("f (a.py:1) -3\n").find("line 1"), std::string::npos);
  EXPECT_NE(failure("f (a.py:1) nan\n").find("line 1"), std::string::npos);
  EXPECT_NE(failure("f (a.py:1) 1e308\nf (b.py:1) 1e308\n").find("infinite"),
            std::string::npos);
  EXPECT_NE(failure("P1;T1;a.py:f:1 5\nf (a.py:1) 5\n").find("line 2"),
            std::string::npos);
  EXPECT_NE(failure("# mode: memory\nP1;T1;a.py:f:1 5\n").find("bytes"),
            std::string::npos);
  EXPECT_NE(failure("f (a.py:1) 0\n").find("no time"), std::string::npos);
}

TEST(ReadProfile, RefusesWhatOtherToolsUnpack) {
  EXPECT_NE(failure("\x1F\x8B\x08").find("compressed"), std::string::npos);
  EXPECT_NE(failure("MOJ\x03").find("binary"), std::string::npos);
}

std::string speedscope(const std::string& profiles,
                       const std::string& unit = "seconds") {
  return R"({"$schema":"https://www.speedscope.app/file-format-schema.json",)"
         R"("shared":{"frames":[{"name":"f","file":"a.py","line":3},)"
         R"({"name":"g","file":null,"line":null}]},"profiles":[{"name":"t",)"
         R"("startValue":0,"endValue":9,"unit":")" +
         unit + "\"," + profiles + "}]}";
}

TEST(ReadProfile, EventsOfSpeedscope) {
  const auto profile = read_profile(speedscope(
      R"("type":"evented","events":[{"type":"O","frame":0,"at":1},)"
      R"({"type":"O","frame":0,"at":2},{"type":"O","frame":1,"at":2.5},)"
      R"({"type":"C","frame":1,"at":3},{"type":"C","frame":0,"at":4}])",
      "milliseconds"));
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  auto time = totals(*profile);
  EXPECT_DOUBLE_EQ(time["a.py:f:3"], 0.008) << "up to the profile's end";
  EXPECT_DOUBLE_EQ(time[":g:0"], 0.0005);
}

// As austin2speedscope writes it of `austin --full`.
TEST(ReadProfile, AustinsTimesAndMemory) {
  const std::string one =
      R"("startValue":0,"endValue":4,"type":"sampled","samples":[[0]],)"
      R"("weights":[2000000],"name":)";
  const auto profile = read_profile(speedscope(
      "\"unit\":\"bytes\"," + one +
      "\"Memory allocation profile for 7:0:7\"},"
      "{\"unit\":\"microseconds\"," +
      one + "\"CPU time profile for 7:0:7\"}," + "{\"unit\":\"microseconds\"," +
      one + "\"Wall time profile for 7:0:7\""));
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  EXPECT_DOUBLE_EQ(totals(*profile)["a.py:f:3"], 2);
}

TEST(ReadProfile, RefusesSpeedscope) {
  const std::string sampled = R"("type":"sampled","samples":)";
  const std::string evented = R"("type":"evented","events":[)";
  const std::map<std::string, std::string> wrong = {
      {sampled + R"([[0]],"weights":[])", "as many weights"},
      {sampled + R"([[2]],"weights":[1])", "sample 0: there is no frame 2"},
      {sampled + R"([[-1]],"weights":[1])", "no frame -1"},
      {sampled + R"([[1e99]],"weights":[1])", "no frame 1e+99"},
      {sampled + R"([["0"]],"weights":[1])", "by its number"},
      {sampled + R"([[0]],"weights":[-1])", "sample 0: its weight"},
      {sampled + R"([[0]],"weights":[null])", "sample 0: its weight"},
      {sampled + R"([[0],[1]],"weights":[1e308,1e308])", "infinite"},
      {sampled + R"([[0]],"weights":[1e999])", "not a speedscope"},
      {evented + R"({"type":"C","frame":0,"at":1}])", "not the innermost"},
      {evented + R"({"type":"O","frame":0,"at":2},)"
                 R"({"type":"C","frame":0,"at":1}])",
       "event 1: its weight"},
      {evented + R"({"type":"O","frame":0,"at":99}])", "its end"},
      {R"("type":"other")", "\"other\" is not known"},
  };
  for (const auto& [text, what] : wrong) {
    EXPECT_NE(failure(speedscope(text)).find(what), std::string::npos)
        << text << "\n"
        << failure(speedscope(text));
  }
  const std::string good = sampled + R"([[0]],"weights":[1])";
  EXPECT_EQ(failure(speedscope(good)), "");
  EXPECT_NE(failure(speedscope(good, "bytes")).find("bytes"),
            std::string::npos);
  EXPECT_NE(failure(speedscope(good, "turns")).find("turns"),
            std::string::npos);
}

// As marshal writes them, without references.
std::string tuple(const std::vector<std::string>& items) {
  std::string out = ")";
  out += static_cast<char>(items.size());
  for (const std::string& item : items) out += item;
  return out;
}

std::string text(const std::string& value) {
  return std::string("z") + static_cast<char>(value.size()) + value;
}

std::string integer(int value) {
  std::string out = "i";
  for (int shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>(value >> shift & 0xFF);
  }
  return out;
}

std::string number(double value) {
  std::string out = "g";
  return out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string entry(double own, double total, const std::string& callers = "{0") {
  return tuple({text("a.py"), integer(3), text("f")}) +
         tuple({integer(1), integer(1), number(own), number(total), callers});
}

TEST(ReadProfile, EntriesOfPstats) {
  const auto profile = read_profile(
      "{" +
      entry(
          1, 2,
          "{" + tuple({text("~"), integer(0), text("g")}) + integer(4) + "0") +
      tuple({text("~"), integer(0), text("g")}) +
      tuple({integer(1), integer(1), number(1), number(1), "{0"}) + "0");
  ASSERT_TRUE(profile.ok()) << profile.error().what;
  EXPECT_DOUBLE_EQ(profile->wall_s, 2);
  EXPECT_DOUBLE_EQ(totals(*profile)["a.py:f:3"], 2);
}

TEST(ReadProfile, RefusesPstats) {
  const std::map<std::string, std::string> wrong = {
      {"{" + entry(1, 2), "too early"},
      {"{" + entry(-1, 2) + "0", "entry 0"},
      {"{" + entry(1, std::numeric_limits<double>::quiet_NaN()) + "0",
       "entry 0"},
      {"{" + entry(std::numeric_limits<double>::infinity(), 2) + "0",
       "entry 0"},
      {"{" + tuple({text("a.py"), integer(3)}) + integer(1) + "0", "entry 0"},
      {"{" + entry(1, 2, "s") + "0", "of no type"},
      {"{" + entry(1, 2, "r" + std::string(4, '\xFF')) + "0", "refers"},
      // A tuple that holds itself: it is value 0 of those that can be meant.
      {"{\xA9" + std::string("\x01r") + std::string(4, '\0'), "holds itself"},
      {"{" + std::string(1000, ')'), "deeper"},
      {"{)", "too early"},
      {"{((((" + std::string(40, '\x01'), "of no type"},
      {"{)\x03z\xFF", "too early"},
      {"{)\x01l\xFF\xFF\xFF\x7F", "too early"},
  };
  for (const auto& [bytes, what] : wrong) {
    EXPECT_NE(failure(bytes).find(what), std::string::npos)
        << what << ": " << failure(bytes);
  }
  std::string deep = "{";
  for (int i = 0; i < 100; ++i) deep += ")\x01";
  EXPECT_NE(failure(deep).find("deeper"), std::string::npos);
}

TEST(ReadProfile, ScriptsAreNone) {
  EXPECT_FALSE(is_profile("import os\nprint(1)\n"));
  EXPECT_FALSE(is_profile("# a comment\nx = 1\ny = 2\n"));
  EXPECT_FALSE(is_profile(""));
}

}  // namespace
}  // namespace ppp::profiler
