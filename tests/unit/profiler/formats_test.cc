// SPDX-License-Identifier: Apache-2.0
#include "profiler/formats/formats.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "tests/unit/profiler/sample_profile.h"

namespace ppp::profiler {
namespace {

TEST(Formats, Collapsed) {
  EXPECT_EQ(to_collapsed(sample_profile()),
            "main thread;<module> (main.py:20);Lib.go (lib x.py:4) 500000\n"
            "main thread;<module> (main.py:20);work (main.py:9) 1250000\n"
            "thread 101;Lib.go (lib x.py:4) 500000\n");
}

TEST(Formats, Speedscope) {
  const auto json = nlohmann::json::parse(to_speedscope(sample_profile()));
  EXPECT_EQ(json["shared"]["frames"].size(), 3u);
  ASSERT_EQ(json["profiles"].size(), 2u);
  const auto& main = json["profiles"][0];
  EXPECT_EQ(main["type"], "sampled");
  EXPECT_EQ(main["samples"].size(), main["weights"].size());
  EXPECT_EQ(main["endValue"], 1.75);
}

TEST(Formats, ProcessesStandInFrontOfTheirStacks) {
  const Profile tree = sample_tree();
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
  const auto json = nlohmann::json::parse(to_chrome_trace(sample_profile()));
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
  Decoded profile = decode(to_pprof(sample_profile()));
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
