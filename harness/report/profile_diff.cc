// SPDX-License-Identifier: Apache-2.0
#include "harness/report/profile_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <utility>

#include "harness/report/comparison.h"
#include "harness/report/paint.h"
#include "harness/report/words.h"

namespace ppp::harness {
namespace {

using Direction = LineChange::Direction;

// Of the run: a smaller change is not worth a line.
constexpr double kWorthALine = 0.02;

/// Lines of a function by their distance from its first one.
using LinesByOffset = std::map<int, LineTime>;
/// A function: those of the same name in a file are told by their order.
using FunctionName = std::pair<std::string, std::string>;
using FunctionLines = std::map<int, LinesByOffset>;  // by first line

struct TimedProfile {
  double whole_s = 0;  // of all threads
  std::int64_t samples = 0;
  std::map<FunctionName, FunctionLines> functions;
};

TimedProfile timed(const profiler::Profile& profile) {
  TimedProfile out;
  for (const profiler::Stack& stack : profile.stacks) {
    if (stack.frames.empty()) continue;
    const profiler::Frame& frame =
        profile.frames[static_cast<std::size_t>(stack.frames.back())];
    LineTime& line =
        out.functions[{frame.file, frame.function}][frame.first_line]
                     [frame.line - frame.first_line];
    line.line = frame.line;
    line.samples += stack.samples;
    line.wall_s += stack.cost.wall_s;
    out.whole_s += stack.cost.wall_s;
    out.samples += stack.samples;
  }
  for (auto& [name, functions] : out.functions) {
    for (auto& [first, lines] : functions) {
      for (auto& [offset, line] : lines) {
        line.share = out.whole_s > 0 ? line.wall_s / out.whole_s : 0;
      }
    }
  }
  return out;
}

/// How many lines were added in front of those that take the time: 0 while
/// every line of weight has its partner.
int moved_by(const LinesByOffset& base, const LinesByOffset& head) {
  auto overlap = [&](int by) {
    double both_s = 0;
    for (const auto& [offset, line] : base) {
      auto partner = head.find(offset + by);
      if (partner == head.end()) continue;
      both_s += std::min(line.wall_s, partner->second.wall_s);
    }
    return both_s;
  };
  auto heaviest = [](const LinesByOffset& lines) {
    return std::max_element(lines.begin(), lines.end(),
                            [](const auto& a, const auto& b) {
                              return a.second.wall_s < b.second.wall_s;
                            })
        ->first;
  };
  if (base.empty() || head.empty()) return 0;
  if (head.contains(heaviest(base)) && base.contains(heaviest(head))) return 0;
  const int other = heaviest(head) - heaviest(base);
  return overlap(other) > overlap(0) ? other : 0;
}

class Differing {
 public:
  Differing(const Report& base, const Report& head)
      : base_report_(base),
        head_report_(head),
        base_(timed(base.profile)),
        head_(timed(head.profile)) {}

  ProfileDiff result() {
    out_.by_share = !base_report_.profile.whole || !head_report_.profile.whole;
    for (const Change& note : differing_conditions(base_report_, head_report_))
      out_.notes.push_back(note.message);
    if (out_.by_share) {
      out_.notes.emplace_back(
          "a part of a run was watched: shares of time are compared");
    }
    functions();
    std::stable_sort(out_.lines.begin(), out_.lines.end(),
                     [](const LineChange& a, const LineChange& b) {
                       if (a.direction != b.direction)
                         return a.direction < b.direction;
                       return std::abs(a.change) > std::abs(b.change);
                     });
    if (!out_.lines.empty() &&
        out_.lines.front().direction != Direction::kSame) {
      out_.notes.emplace_back(
          "each was run once: nobody knows what differs from run to run");
    }
    return std::move(out_);
  }

 private:
  void functions() {
    std::set<FunctionName> names;
    for (const auto& one : base_.functions) names.insert(one.first);
    for (const auto& one : head_.functions) names.insert(one.first);
    for (const FunctionName& name : names) {
      FunctionLines& base = base_.functions[name];
      FunctionLines& head = head_.functions[name];
      // As many of that name: one after the other, wherever they stand now.
      if (base.size() == head.size()) {
        auto now = head.begin();
        for (auto& before : base) lines(name, before.second, now++->second);
        continue;
      }
      for (auto& [first, before] : base) lines(name, before, head[first]);
      for (auto& [first, now] : head) {
        if (!base.contains(first)) lines(name, {}, now);
      }
    }
  }

  void lines(const FunctionName& name, const LinesByOffset& base,
             const LinesByOffset& head) {
    const int by = moved_by(base, head);
    for (const auto& [offset, before] : base) {
      auto now = head.find(offset + by);
      add(name, before,
          now == head.end() ? std::nullopt : std::optional(now->second));
    }
    for (const auto& [offset, now] : head) {
      if (!base.contains(offset - by)) add(name, std::nullopt, now);
    }
  }

  void add(const FunctionName& name, std::optional<LineTime> base,
           std::optional<LineTime> head) {
    LineChange change;
    change.file = name.first;
    change.function = name.second;
    const Interval before = interval_of(base, base_);
    const Interval now = interval_of(head, head_);
    auto figure = [&](const std::optional<LineTime>& line) {
      if (!line) return 0.0;
      return out_.by_share ? line->share : line->wall_s;
    };
    change.change = figure(head) - figure(base);
    change.bounds = {now.low - before.high, now.high - before.low};
    const double least =
        kWorthALine *
        (out_.by_share ? 1 : std::max(base_.whole_s, head_.whole_s));
    if (change.bounds.low > 0 && change.change >= least) {
      change.direction = Direction::kSlower;
    } else if (change.bounds.high < 0 && change.change <= -least) {
      change.direction = Direction::kFaster;
    }
    change.base = std::move(base);
    change.head = std::move(head);
    out_.lines.push_back(std::move(change));
  }

  /// In seconds or shares. A line that no sample met may have been met by a
  /// few.
  Interval interval_of(const std::optional<LineTime>& line,
                       const TimedProfile& all) const {
    const Interval counts = count_interval(line ? line->samples : 0);
    // What a sample stands for: more than an interval where some were missed.
    double sample = all.whole_s /
                    static_cast<double>(std::max<std::int64_t>(all.samples, 1));
    if (line && line->samples > 0) {
      sample = line->wall_s / static_cast<double>(line->samples);
    }
    if (out_.by_share) sample = all.whole_s > 0 ? sample / all.whole_s : 0;
    return {counts.low * sample, counts.high * sample};
  }

  const Report& base_report_;
  const Report& head_report_;
  TimedProfile base_;
  TimedProfile head_;
  ProfileDiff out_;
};

std::string_view direction_name(Direction direction) {
  switch (direction) {
    case Direction::kSlower:
      return "slower";
    case Direction::kFaster:
      return "faster";
    case Direction::kSame:
      return "same";
  }
  return "same";
}

std::string profile_words(std::string_view which, const Report& report) {
  const profiler::Profile& profile = report.profile;
  return fmt::format("{}  {} · Python {} · {} {}, {} samples\n", which,
                     command_words(profile), profile.python,
                     seconds(profile.wall_s),
                     profile.whole ? "wall" : "watched", profile.samples);
}

std::string signed_figure(double value, bool by_share) {
  return by_share ? fmt::format("{:+.1f}", value * 100)
                  : fmt::format("{:+.2f}", value);
}

std::string line_words(const LineChange& line) {
  const LineTime& shown = line.head ? *line.head : *line.base;
  std::string place = fmt::format("{}:{}", line.file, shown.line);
  if (line.base && line.head && line.base->line != line.head->line) {
    place += fmt::format(" (was :{})", line.base->line);
  }
  return place + "  " + line.function;
}

std::string change_row(const LineChange& line, bool by_share) {
  auto time = [](const std::optional<LineTime>& one) {
    return one ? fmt::format("{} ({})", seconds(one->wall_s),
                             percent(one->share))
               : std::string("not seen");
  };
  return fmt::format("  {} {} ({} to {})  {}: {}, was {}\n",
                     signed_figure(line.change, by_share), by_share ? "%" : "s",
                     signed_figure(line.bounds.low, by_share),
                     signed_figure(line.bounds.high, by_share),
                     line_words(line), time(line.head), time(line.base));
}

}  // namespace

ProfileDiff diff_profiles(const Report& base, const Report& head) {
  return Differing(base, head).result();
}

std::string profile_diff_json(const ProfileDiff& diff, const Report& base,
                              const Report& head) {
  using Json = nlohmann::ordered_json;
  auto side = [](const Report& report) -> Json {
    const profiler::Profile& profile = report.profile;
    return {{"whole", profile.whole},
            {"wall_s", profile.wall_s},
            {"cpu_s", profile.cpu_s},
            {"samples", profile.samples}};
  };
  auto time = [](const std::optional<LineTime>& line) -> Json {
    if (!line) return nullptr;
    return {{"line", line->line},
            {"samples", line->samples},
            {"wall_s", line->wall_s},
            {"share", line->share}};
  };
  Json lines = Json::array();
  for (const LineChange& line : diff.lines) {
    lines.push_back({{"result", direction_name(line.direction)},
                     {"file", line.file},
                     {"function", line.function},
                     {"base", time(line.base)},
                     {"head", time(line.head)},
                     {"change", line.change},
                     {"bounds", {line.bounds.low, line.bounds.high}}});
  }
  const Json out = {{"schema", "pyprof-parallel/profile-diff"},
                    {"schema_version", 1},
                    {"measure", diff.by_share ? "share" : "seconds"},
                    {"base", side(base)},
                    {"head", side(head)},
                    {"lines", std::move(lines)},
                    {"notes", diff.notes}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string terminal_profile_diff(const ProfileDiff& diff, const Report& base,
                                  const Report& head,
                                  const TerminalStyle& style) {
  const Paint paint(style.colour);
  std::string out = profile_words("base", base) + profile_words("head", head);
  std::optional<Direction> shown;
  for (const LineChange& line : diff.lines) {
    if (line.direction == Direction::kSame && !style.explain) break;
    if (shown != line.direction) {
      const std::string heading =
          line.direction == Direction::kSlower ? "Slower lines, by own time"
          : line.direction == Direction::kFaster
              ? "Faster lines"
              : "Lines without a change that could be told";
      out += "\n" + paint.bold(heading) + "\n";
      shown = line.direction;
    }
    const std::string row = change_row(line, diff.by_share);
    out += line.direction == Direction::kSlower   ? paint.bad(row)
           : line.direction == Direction::kFaster ? paint.good(row)
                                                  : row;
  }
  const bool changed =
      !diff.lines.empty() && diff.lines.front().direction != Direction::kSame;
  if (!changed) out += "\nno line became slower or faster that could be told\n";
  if (!diff.notes.empty()) out += "\n";
  for (const std::string& note : diff.notes) {
    out += paint.dim("· " + note) + "\n";
  }
  return out;
}

}  // namespace ppp::harness
