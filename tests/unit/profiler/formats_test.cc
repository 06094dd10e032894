// SPDX-License-Identifier: Apache-2.0
#include "profiler/formats/formats.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "profiler/formats/exported.h"
#include "profiler/formats/read.h"
#include "tests/unit/profiler/sample_profile.h"

namespace ppp::profiler {
namespace {

/// No line has a native stack.
Profile python_profile() {
  Profile profile = sample_profile();
  profile.native = {};
  return profile;
}

/// Four seconds of which one waits, from two callers, and 300 snapshots: 200
/// in libz, 60 in the interpreter's loop, 40 in code that is in no file.
Profile native_profile() {
  Profile p;
  p.executable = "/usr/bin/python3";
  p.rate_hz = 100;
  p.threads = {{100, true}};
  p.frames = {{"main.py", "<module>", 20, 1},
              {"main.py", "<module>", 21, 1},
              {"main.py", "work", 9, 8}};
  Cost cost;
  cost.wall_s = 3;
  cost.cpu_s = cost.native_s = 2;
  cost.wait_s[static_cast<int>(Wait::kDisk)] = 1;
  Cost other;
  other.wall_s = other.cpu_s = other.python_s = 1;
  p.stacks = {{0, {0, 2}, 30, cost}, {0, {1, 2}, 10, other}};
  p.native.asked = true;
  p.native.rate_hz = 250;
  p.native.joined = 300;
  p.native.functions = {{"deflate", "libz", false},
                        {"", "libz", false},
                        {"make<int>", "", false}};
  p.native.stacks = {{"main.py", 9, "work", {}, 60},
                     {"main.py", 9, "work", {2}, 40},
                     {"main.py", 9, "work", {0, 1}, 200}};
  return p;
}

TEST(Exports, PartTheCpuTimeOfALine) {
  const auto all = exported(native_profile());
  ASSERT_EQ(all.size(), 1u);
  const Exported& one = all[0];
  ASSERT_EQ(one.frames.size(), 6u);
  EXPECT_EQ(one.python_frames, 3u);
  EXPECT_FALSE(one.is_native(2));
  EXPECT_TRUE(one.is_native(3));
  EXPECT_EQ(one.frames[3], (Frame{"libz", "deflate", 0, 0}));
  EXPECT_EQ(one.frames[4], (Frame{"libz", "[unknown]", 0, 0}));
  ASSERT_EQ(one.stacks.size(), 6u);
  // Most of it first, what is left last: the loop's own, and the waits.
  EXPECT_EQ(one.stacks[0].frames, (std::vector<int>{0, 2, 3, 4}));
  EXPECT_EQ(one.stacks[1].frames, (std::vector<int>{0, 2, 5}));
  EXPECT_EQ(one.stacks[2].frames, (std::vector<int>{0, 2}));
  EXPECT_EQ(one.stacks[3].frames, (std::vector<int>{1, 2, 3, 4}));
  EXPECT_NEAR(one.stacks[0].cost.wall_s, 2 * 200.0 / 300, 1e-9);
  EXPECT_NEAR(one.stacks[1].cost.cpu_s, 2 * 40.0 / 300, 1e-9);
  EXPECT_NEAR(one.stacks[2].cost.wall_s, 2 * 60.0 / 300 + 1, 1e-9);
  EXPECT_NEAR(one.stacks[2].cost.wait_s[static_cast<int>(Wait::kDisk)], 1,
              1e-9);
  std::vector<std::int64_t> samples;
  Cost sum;
  for (const Stack& stack : one.stacks) {
    samples.push_back(stack.samples);
    sum += stack.cost;
  }
  EXPECT_EQ(samples, (std::vector<std::int64_t>{13, 3, 14, 7, 1, 2}));
  EXPECT_NEAR(sum.wall_s, 4, 1e-9);
  EXPECT_NEAR(sum.native_s, 2, 1e-9);
  EXPECT_NEAR(sum.python_s, 1, 1e-9);
}

TEST(Exports, TellOnlyWhatWasSeen) {
  // As many again of which the line is not known: half of the time is not.
  Profile profile = native_profile();
  profile.native.no_line = 300;
  const Exported half = exported(profile)[0];
  EXPECT_NEAR(half.stacks[0].cost.wall_s, 200.0 / 300, 1e-9);
  EXPECT_NEAR(half.stacks[2].cost.wall_s, 2 - 240.0 / 300 + 1, 1e-9);
  // Some threads have none at all: the rate that was asked for counts.
  profile.native.refused = "refused";
  EXPECT_NEAR(exported(profile)[0].stacks[0].cost.wall_s, 2 * 200.0 / 750,
              1e-9);
  // A few less than on average are none that are missing.
  profile = native_profile();
  profile.native.far = 10;
  EXPECT_NEAR(exported(profile)[0].stacks[0].cost.wall_s, 2 * 200.0 / 300,
              1e-9);
  // More than there is time for: what ran in two threads at once.
  profile.native.stacks[2].samples = 2'000;
  profile.native.joined = 2'100;
  EXPECT_NEAR(exported(profile)[0].stacks[0].cost.wall_s, 2 * 2'000.0 / 2'100,
              1e-9);
}

TEST(Exports, LeaveNothingWhereAllIsNative) {
  Profile profile = native_profile();
  profile.stacks = {{0, {1, 2}, 9, profile.stacks[1].cost}};
  profile.native.joined = 3;
  profile.native.stacks = {{"main.py", 9, "work", {0}, 1},
                           {"main.py", 9, "work", {1}, 1},
                           {"main.py", 9, "work", {2}, 1}};
  const Exported one = exported(profile)[0];
  ASSERT_EQ(one.stacks.size(), 3u);
  for (const Stack& stack : one.stacks) EXPECT_EQ(stack.samples, 3);
}

// A function that calls itself has a stack for every depth.
TEST(Exports, StayOfASize) {
  Profile profile = native_profile();
  profile.stacks.clear();
  Cost cost;
  cost.wall_s = cost.cpu_s = 0.01;
  std::vector<int> frames = {0};
  for (int depth = 0; depth < 1000; ++depth) {
    frames.push_back(2);
    profile.stacks.push_back({0, frames, 1, cost});
  }
  profile.native.functions.clear();
  profile.native.stacks.clear();
  for (int i = 0; i < 300; ++i) {
    profile.native.functions.push_back({std::to_string(i), "libz", false});
    profile.native.stacks.push_back({"main.py", 9, "work", {i}, 1 + i});
  }
  profile.native.joined = 300 * 301 / 2;
  const Exported one = exported(profile)[0];
  std::size_t size = 0;
  double wall_s = 0;
  std::int64_t samples = 0;
  for (const Stack& stack : one.stacks) {
    size += stack.frames.size();
    wall_s += stack.cost.wall_s;
    samples += stack.samples;
  }
  EXPECT_LE(size, 3'000'000u);
  EXPECT_NEAR(wall_s, 10, 1e-6);
  EXPECT_EQ(samples, 1000);
  EXPECT_EQ(one.stacks[0].frames.back(), 3 + 299);  // the most frequent one
}

TEST(Formats, NativeFunctionsStandBelowTheirLine) {
  const Profile profile = native_profile();
  EXPECT_EQ(to_collapsed(profile),
            "main thread;<module> (main.py:20);work (main.py:9) 1400000\n"
            "main thread;<module> (main.py:20);work (main.py:9);"
            "deflate (libz);[unknown] (libz) 1333333\n"
            "main thread;<module> (main.py:20);work (main.py:9);make<int> "
            "266667\n"
            "main thread;<module> (main.py:21);work (main.py:9) 200000\n"
            "main thread;<module> (main.py:21);work (main.py:9);"
            "deflate (libz);[unknown] (libz) 666667\n"
            "main thread;<module> (main.py:21);work (main.py:9);make<int> "
            "133333\n");
  const auto speedscope = nlohmann::json::parse(to_speedscope(profile));
  EXPECT_EQ(speedscope["shared"]["frames"][3],
            (nlohmann::json{{"name", "deflate"}, {"file", "libz"}}));
  EXPECT_EQ(speedscope["shared"]["frames"][5],
            (nlohmann::json{{"name", "make<int>"}}));
  EXPECT_EQ(speedscope["profiles"][0]["samples"][0],
            (nlohmann::json{0, 2, 3, 4}));
  EXPECT_NEAR(speedscope["profiles"][0]["endValue"], 4, 1e-9);
  std::map<std::string, double> us;  // by category
  const auto trace = nlohmann::json::parse(to_chrome_trace(profile));
  for (const auto& event : trace["traceEvents"]) {
    if (event["ph"] != "X" || event["pid"] != 1) continue;
    const std::string name = event["name"];
    const bool native = name.find("main.py") == std::string::npos;
    EXPECT_EQ(event["cat"], native ? "native" : "python") << name;
    if (name == "deflate (libz)") us[name] += event["dur"].get<double>();
  }
  EXPECT_NEAR(us["deflate (libz)"], 2e6, 1);
}

// The loops of a file that is read back have the times that they had.
TEST(Formats, NativeFunctionsComeBack) {
  const Profile profile = native_profile();
  for (const std::string& text :
       {to_collapsed(profile), to_speedscope(profile)}) {
    const auto back = read_profile(text);
    ASSERT_TRUE(back.ok()) << back.error().what;
    double line_s = 0, library_s = 0;
    for (const LineCost& line : line_costs(*back)) {
      if (line.file == "main.py" && line.line == 9) line_s = line.total_s;
      if (line.file == "libz") library_s = line.total_s;
    }
    EXPECT_NEAR(line_s, 4, 1e-5);
    EXPECT_NEAR(library_s, 2, 1e-5);
    EXPECT_FALSE(back->origin.whole_functions);
  }
}

TEST(Formats, Collapsed) {
  EXPECT_EQ(to_collapsed(python_profile()),
            "main thread;<module> (main.py:20);Lib.go (lib x.py:4) 500000\n"
            "main thread;<module> (main.py:20);work (main.py:9) 1250000\n"
            "thread 101;Lib.go (lib x.py:4) 500000\n");
}

TEST(Formats, Speedscope) {
  const auto json = nlohmann::json::parse(to_speedscope(python_profile()));
  EXPECT_EQ(json["shared"]["frames"].size(), 3u);
  ASSERT_EQ(json["profiles"].size(), 2u);
  const auto& main = json["profiles"][0];
  EXPECT_EQ(main["type"], "sampled");
  EXPECT_EQ(main["samples"].size(), main["weights"].size());
  EXPECT_EQ(main["endValue"], 1.75);
}

TEST(Formats, ProcessesStandInFrontOfTheirStacks) {
  Profile tree = sample_tree();
  tree.native = tree.processes[0].native = {};
  const std::string folded = to_collapsed(tree);
  EXPECT_EQ(std::count(folded.begin(), folded.end(), '\n'), 6);
  EXPECT_NE(folded.find("process 100 (main.py 120);main thread;<module>"),
            std::string::npos)
      << folded;
  EXPECT_NE(folded.find("process 200 (worker.py a b);thread 201;Lib.go"),
            std::string::npos)
      << folded;
  const auto speedscope = nlohmann::json::parse(to_speedscope(tree));
  ASSERT_EQ(speedscope["profiles"].size(), 4u);
  EXPECT_EQ(speedscope["profiles"][2]["name"],
            "process 200 (worker.py a b): main thread");
  EXPECT_EQ(speedscope["profiles"][2]["samples"][0],
            nlohmann::json::array({3, 4}));
  EXPECT_EQ(speedscope["shared"]["frames"].size(), 6u);
  std::map<int, int> tracks;
  const auto trace = nlohmann::json::parse(to_chrome_trace(tree));
  for (const auto& event : trace["traceEvents"]) ++tracks[event["pid"]];
  EXPECT_EQ(tracks.size(), 4u);
  EXPECT_NE(to_pprof(tree).find("process 200 (worker.py a b)"),
            std::string::npos);
  EXPECT_NE(to_flame_graph(tree).find("process 200 (worker.py a b)"),
            std::string::npos);
}

TEST(Formats, ProcessNamesFitOnALine) {
  Profile process;
  process.pid = 7;
  process.command = {"-c", std::string(58, 'x') + "é" + std::string(99, 'y')};
  EXPECT_EQ(process_name(process), "7 (-c " + std::string(57, 'x') + "…)");
  process.command[1].erase(0, 1);
  EXPECT_EQ(process_name(process), "7 (-c " + std::string(57, 'x') + "…)");
}

TEST(Formats, ChromeTraceNestsAndCoversTheTime) {
  const auto json = nlohmann::json::parse(to_chrome_trace(python_profile()));
  double inner = 0;
  double outer = 0;
  for (const auto& event : json["traceEvents"]) {
    if (event["ph"] != "X" || event["pid"] != 1 || event["tid"] != 100)
      continue;
    const bool root = event["name"] == "<module> (main.py:20)";
    (root ? outer : inner) += event["dur"].get<double>();
  }
  EXPECT_DOUBLE_EQ(outer, 1.75e6);
  EXPECT_DOUBLE_EQ(inner, 1.75e6);
}

TEST(Formats, ChromeTraceHasATrackOfWaitsPerThread) {
  const auto json = nlohmann::json::parse(to_chrome_trace(sample_profile()));
  int named = 0;
  std::map<int, double> waited_us;
  for (const auto& event : json["traceEvents"]) {
    if (event["pid"] != 2) continue;
    named += event["ph"] == "M";
    if (event["ph"] != "X") continue;
    EXPECT_EQ(event["name"], "sleep");
    // The stacks of the main thread: one that runs 1.25 s, one that sleeps.
    EXPECT_DOUBLE_EQ(event["ts"], event["tid"] == 100 ? 1.25e6 : 0);
    waited_us[event["tid"]] += event["dur"].get<double>();
  }
  EXPECT_EQ(named, 3);  // the whole and two threads
  EXPECT_EQ(waited_us, (std::map<int, double>{{100, 0.5e6}, {101, 0.5e6}}));
}

// Reads any message of protocol buffers: field number to its values.
struct Decoded {
  std::map<int, std::vector<std::uint64_t>> numbers;
  std::map<int, std::vector<std::string>> bytes;
};

std::uint64_t take_varint(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 127U) << shift;
    if (byte < 128) break;
  }
  return value;
}

Decoded decode(std::string_view in) {
  Decoded out;
  while (!in.empty()) {
    const std::uint64_t key = take_varint(in);
    const std::uint64_t value = take_varint(in);
    const int field = static_cast<int>(key >> 3);
    if ((key & 7) == 0) {
      out.numbers[field].push_back(value);
    } else {
      EXPECT_EQ(key & 7, 2u);
      EXPECT_LE(value, in.size());
      out.bytes[field].emplace_back(in.substr(0, value));
      in.remove_prefix(std::min<std::size_t>(value, in.size()));
    }
  }
  return out;
}

std::vector<std::uint64_t> unpacked(std::string_view in) {
  std::vector<std::uint64_t> values;
  while (!in.empty()) values.push_back(take_varint(in));
  return values;
}

TEST(Formats, Pprof) {
  Decoded profile = decode(to_pprof(python_profile()));
  const std::vector<std::string>& table = profile.bytes[6];
  ASSERT_FALSE(table.empty());
  EXPECT_EQ(table[0], "");
  auto text = [&](std::uint64_t index) { return table.at(index); };
  ASSERT_EQ(profile.bytes[1].size(), 4u);
  Decoded wall = decode(profile.bytes[1][1]);
  EXPECT_EQ(text(wall.numbers[1][0]), "wall");
  EXPECT_EQ(text(wall.numbers[2][0]), "nanoseconds");
  EXPECT_EQ(text(profile.numbers[14][0]), "wall");
  EXPECT_EQ(profile.numbers[10][0], 2000000000u);
  EXPECT_EQ(profile.bytes[4].size(), 3u);
  EXPECT_EQ(profile.bytes[5].size(), 3u);
  ASSERT_EQ(profile.bytes[2].size(), 3u);
  Decoded sample = decode(profile.bytes[2][0]);
  EXPECT_EQ(unpacked(sample.bytes[2][0]),
            (std::vector<std::uint64_t>{12, 1250000000, 1250000000, 0}));
  Decoded label = decode(sample.bytes[3][0]);
  EXPECT_EQ(text(label.numbers[1][0]), "thread");
  EXPECT_EQ(text(label.numbers[2][0]), "main");
  // The innermost frame comes first.
  const auto locations = unpacked(sample.bytes[1][0]);
  ASSERT_EQ(locations.size(), 2u);
  Decoded location = decode(profile.bytes[4][locations[0] - 1]);
  EXPECT_EQ(location.numbers[1][0], locations[0]);
  Decoded line = decode(location.bytes[4][0]);
  EXPECT_EQ(line.numbers[2][0], 9u);
  Decoded function = decode(profile.bytes[5][line.numbers[1][0] - 1]);
  EXPECT_EQ(text(function.numbers[2][0]), "work");
  EXPECT_EQ(text(function.numbers[4][0]), "main.py");
  EXPECT_EQ(function.numbers[5][0], 8u);
  EXPECT_TRUE(profile.bytes[3].empty());
  EXPECT_TRUE(location.numbers[2].empty());
}

TEST(Formats, PprofMapsLibraries) {
  Decoded profile = decode(to_pprof(native_profile()));
  const std::vector<std::string>& table = profile.bytes[6];
  // The program, then the libraries; none of them is searched for names.
  ASSERT_EQ(profile.bytes[3].size(), 2u);
  Decoded program = decode(profile.bytes[3][0]);
  EXPECT_EQ(program.numbers[1][0], 1u);
  EXPECT_EQ(table.at(program.numbers[5][0]), "/usr/bin/python3");
  EXPECT_EQ(program.numbers[7][0], 1u);
  Decoded library = decode(profile.bytes[3][1]);
  EXPECT_EQ(table.at(library.numbers[5][0]), "libz");
  EXPECT_EQ(library.numbers[7][0], 1u);
  ASSERT_EQ(profile.bytes[4].size(), 6u);
  EXPECT_TRUE(decode(profile.bytes[4][2]).numbers[2].empty());
  Decoded location = decode(profile.bytes[4][3]);
  EXPECT_EQ(location.numbers[2][0], 2u);
  Decoded line = decode(location.bytes[4][0]);
  EXPECT_TRUE(line.numbers[2].empty());
  Decoded function = decode(profile.bytes[5][line.numbers[1][0] - 1]);
  EXPECT_EQ(table.at(function.numbers[2][0]), "deflate");
  EXPECT_TRUE(decode(profile.bytes[4][5]).numbers[2].empty());  // in no file
  Decoded sample = decode(profile.bytes[2][0]);
  EXPECT_EQ(unpacked(sample.bytes[1][0]),
            (std::vector<std::uint64_t>{5, 4, 3, 1}));
}

// That pstats.Stats(FILE) reads it, and what it reads, is looked at by
// tests/cli/test_profile.py.
TEST(Formats, PstatsCountsAFunctionOncePerSample) {
  Profile profile;
  profile.threads = {{100, true}};
  profile.frames = {{"a.py", "f", 2, 1}};
  Cost cost;
  cost.wall_s = 0.5;
  profile.stacks = {{0, {0, 0}, 7, cost}};
  const std::string number("i\x07\0\0\0", 5);
  const std::string none("i\0\0\0\0", 5);
  const std::string half("g\0\0\0\0\0\0\xe0\x3f", 9);
  const std::string key("(\x03\0\0\0u\x04\0\0\0a.pyi\x01\0\0\0u\x01\0\0\0f",
                        25);
  const std::string times = number + number + half + half;
  EXPECT_EQ(to_pstats(profile),
            "{" + key + std::string("(\x05\0\0\0", 5) + times + "{" + key +
                std::string("(\x04\0\0\0", 5) + times + "00");
  // 3 + 2 * 2^15 + 1 * 2^30 is too long for four bytes with a sign, times four.
  profile.stacks = {{0, {0}, 4 * (3 + (2LL << 15) + (1LL << 30)), cost}};
  const std::string large("l\x03\0\0\0\x0c\0\x08\0\x04\0", 11);
  EXPECT_NE(to_pstats(profile).find(large + large), std::string::npos);
  EXPECT_EQ(to_pstats(profile).find(none), std::string::npos);
}

nlohmann::json flame_data(const std::string& page) {
  const std::string mark = "const data = ";
  const std::size_t begin = page.find(mark) + mark.size();
  return nlohmann::json::parse(
      page.substr(begin, page.find(";\n", begin) - begin));
}

TEST(Formats, FlameGraph) {
  Profile profile = sample_profile();
  profile.frames[1].function = "</script><b>";
  const std::string page = to_flame_graph(profile);
  const auto data = flame_data(page);
  const auto& tree = data["tree"];
  EXPECT_EQ(tree[0], "all");
  EXPECT_DOUBLE_EQ(tree[1], 2.25);
  ASSERT_EQ(tree[4].size(), 2u);
  EXPECT_EQ(tree[4][0][0], "main thread");
  EXPECT_EQ(tree[4][0][4][0][4].size(), 2u);
  EXPECT_EQ(page.find("</script><b>"), std::string::npos);
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
}

TEST(Formats, FlameGraphTellsNativeFunctions) {
  const auto data = flame_data(to_flame_graph(native_profile()));
  const auto& main = data["tree"][4][0];
  EXPECT_EQ(main[5], 0);
  const auto& work = main[4][0][4][0];
  EXPECT_EQ(work[0], "work (main.py:9)");
  EXPECT_EQ(work[5], 0);
  ASSERT_EQ(work[4].size(), 2u);
  EXPECT_EQ(work[4][0][0], "deflate (libz)");
  EXPECT_EQ(work[4][0][5], 1);
  EXPECT_EQ(work[4][0][4][0][0], "[unknown] (libz)");
}

// A recursion may be deeper than a page can be nested.
TEST(Formats, FlameGraphHasAnEnd) {
  Profile profile = native_profile();
  profile.stacks.resize(1);
  profile.stacks[0].frames.assign(100'000, 2);
  const auto data = flame_data(to_flame_graph(profile));
  int deep = 0;
  for (const auto* node = &data["tree"]; !(*node)[4].empty();
       node = &(*node)[4][0]) {
    EXPECT_DOUBLE_EQ((*node)[1], 3);
    ++deep;
  }
  EXPECT_EQ(deep, 1001);
}

TEST(Formats, AnEmptyProfileIsAValidFile) {
  EXPECT_EQ(decode(to_pprof({})).bytes[1].size(), 4u);
  EXPECT_EQ(flame_data(to_flame_graph({}))["tree"][1], 0);
  EXPECT_EQ(to_collapsed({}), "");
  EXPECT_EQ(to_pstats({}), "{0");
  EXPECT_TRUE(nlohmann::json::accept(to_speedscope({})));
  EXPECT_TRUE(nlohmann::json::accept(to_chrome_trace({})));
}

}  // namespace
}  // namespace ppp::profiler
