// SPDX-License-Identifier: Apache-2.0
#include "harness/report/live_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "harness/report/words.h"

namespace ppp::harness {
namespace {

constexpr std::size_t kRowsAround = 5;  // head, heading, foot and two empty

struct LiveLine {
  profiler::LineCost all;
  profiler::Cost lately;
};

/// What was spent since. Parts may shrink a little when all is reckoned anew.
profiler::Cost since(const profiler::Cost& before, const profiler::Cost& now) {
  auto more = [](double was, double is) { return std::max(is - was, 0.0); };
  profiler::Cost cost;
  cost.wall_s = more(before.wall_s, now.wall_s);
  cost.cpu_s = more(before.cpu_s, now.cpu_s);
  cost.python_s = more(before.python_s, now.python_s);
  cost.native_s = more(before.native_s, now.native_s);
  for (std::size_t i = 0; i < cost.wait_s.size(); ++i) {
    cost.wait_s[i] = more(before.wait_s[i], now.wait_s[i]);
  }
  return cost;
}

std::vector<LiveLine> live_lines(const profiler::Profile& before,
                                 const profiler::Profile& now) {
  std::map<std::pair<std::string, int>, profiler::Cost> was;
  for (const profiler::LineCost& line : profiler::line_costs(before)) {
    was[{line.file, line.line}] = line.self;
  }
  std::vector<LiveLine> lines;
  for (profiler::LineCost& line : profiler::line_costs(now)) {
    if (line.self.wall_s <= 0) continue;
    auto old = was.find({line.file, line.line});
    const profiler::Cost none;
    const profiler::Cost lately =
        since(old == was.end() ? none : old->second, line.self);
    lines.push_back({std::move(line), lately});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LiveLine& a, const LiveLine& b) {
                     return a.lately.wall_s > b.lately.wall_s;
                   });
  return lines;
}

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80;
}

/// At most so many characters, none of which steers a terminal.
std::string shown(std::string text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const auto byte = static_cast<unsigned char>(text[end]);
    if (byte < 0x20 || byte == 0x7f) text[end] = '?';
    if (!continues_character(text[end]) && ++width > columns) break;
    // U+0080 to U+009F steer, too.
    if (byte == 0xc2 && end + 1 < text.size() &&
        static_cast<unsigned char>(text[end + 1]) < 0xa0) {
      text.replace(end, 2, "?");
    }
  }
  text.resize(end);
  return text;
}

std::string head_words(const profiler::Profile& before,
                       const profiler::Profile& now) {
  const double passed_s = now.wall_s - before.wall_s;
  const double cpu =
      passed_s > 0 ? std::max(now.cpu_s - before.cpu_s, 0.0) / passed_s : 0;
  std::string missed;
  if (now.missed > 0) missed = fmt::format(", {} missed", now.missed);
  return fmt::format("{} · Python {} · {} · {} CPU · {} · {} samples{}",
                     command_words(now), now.python, seconds(now.wall_s),
                     percent(cpu), count(now.max_threads, "thread"),
                     now.samples, missed);
}

}  // namespace

std::vector<std::string> live_screen(const profiler::Profile& before,
                                     const profiler::Profile& now,
                                     std::size_t rows, std::size_t columns) {
  std::vector<LiveLine> lines = live_lines(before, now);
  lines.resize(std::min(lines.size(), rows - std::min(rows, kRowsAround)));
  double lately_s = 0;
  std::size_t width = 4;
  for (const LiveLine& line : lines) {
    lately_s += line.lately.wall_s;
    width = std::max(width,
                     fmt::format("{}:{}", line.all.file, line.all.line).size());
  }
  std::vector<std::string> out = {
      head_words(before, now), "",
      fmt::format("  {:>6}  {:>9}  {:<{}}  {}", "lately", "in all", "line",
                  width, "spent lately")};
  for (const LiveLine& line : lines) {
    out.push_back(
        fmt::format("  {:>6}  {:>9}  {:<{}}  {}",
                    percent(lately_s > 0 ? line.lately.wall_s / lately_s : 0),
                    seconds(line.all.self.wall_s),
                    fmt::format("{}:{}", line.all.file, line.all.line), width,
                    spent_words(line.lately)));
  }
  if (lines.empty()) out.emplace_back("  no samples yet");
  out.emplace_back("");
  out.emplace_back("q or Ctrl-C ends");
  out.resize(std::min(out.size(), rows));
  for (std::string& row : out) row = shown(std::move(row), columns);
  return out;
}

}  // namespace ppp::harness
