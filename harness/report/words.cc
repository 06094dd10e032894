// SPDX-License-Identifier: Apache-2.0
#include "harness/report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ppp::harness {
namespace {

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half]
                           : (values[half - 1] + values[half]) / 2;
}

std::string_view kind_words(advisor::LoopKind kind) {
  using enum advisor::LoopKind;
  switch (kind) {
    case kFor:
      return "for loop";
    case kWhile:
      return "while loop";
    case kListComprehension:
      return "list comprehension";
    case kSetComprehension:
      return "set comprehension";
    case kDictComprehension:
      return "dict comprehension";
    case kGeneratorExpression:
      return "generator expression";
    case kMapCall:
      return "map call";
    case kKeyCall:
      return "call with a key";
    case kSequence:
      return "sequence of calls";
    case kRowCall:
      return "call for each row";
  }
  return "loop";
}

}  // namespace

std::string seconds(double value) {
  if (value < 0.0995) return fmt::format("{:.0f} ms", value * 1000);
  if (value < 100) return fmt::format("{:.2f} s", value);
  return fmt::format("{:.0f} s", value);
}

std::string percent(double share) {
  // As a report that was read again, in which shares have six places.
  const double written = std::round(share * 1e6);
  return fmt::format("{:.0f} %", std::round(written / 1e4));
}

std::string times(double ratio) { return fmt::format("{:.2f}×", ratio); }

std::string count(int number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string interval(const Speedup& speedup) {
  return fmt::format("{} ({:.2f} to {:.2f})", times(speedup.median),
                     speedup.ci_low, speedup.ci_high);
}

std::string command_words(const profiler::Profile& profile) {
  std::string out;
  for (const std::string& word : profile.command) {
    out += (out.empty() ? "" : " ") + shell_word(word);
  }
  return out;
}

std::string loop_words(const advisor::HotLoop& loop) {
  std::string out(kind_words(loop.kind));
  if (!loop.function.empty()) out += " in " + loop.function + "()";
  if (loop.time_class == advisor::TimeClass::kUnknown) return out;
  return out + ", " + std::string(name(loop.time_class));
}

std::string spent_words(const profiler::Cost& cost) {
  static constexpr std::array<const char*, profiler::kWaitCount> kWaits = {
      "network wait", "disk wait", "sleep",     "lock wait",
      "child wait",   "GIL wait",  "other wait"};
  if (cost.wall_s <= 0) return "";
  std::string out;
  auto add = [&](std::string_view what, double part) {
    double share = part / cost.wall_s;
    if (share < 0.01) return;
    out +=
        fmt::format("{}{} {}", out.empty() ? "" : ", ", what, percent(share));
  };
  double known = cost.python_s + cost.native_s;
  if (known > 0) {
    add("bytecode", cost.python_s);
    add("native code", cost.native_s);
  } else {
    add("on CPU", cost.cpu_s);
  }
  for (std::size_t i = 0; i < kWaits.size(); ++i) {
    add(kWaits[i], cost.wait_s[i]);
  }
  return out;
}

std::string status_words(Outcome::Status status) {
  switch (status) {
    case Outcome::Status::kFaster:
      return "faster";
    case Outcome::Status::kSmaller:
      return "less memory";
    case Outcome::Status::kNoGain:
      return "nothing gained";
    case Outcome::Status::kDeclined:
      return "nothing that is safe to change";
    case Outcome::Status::kNothingHot:
      return "no hot loop";
    case Outcome::Status::kUnverifiable:
      return "cannot be verified";
    case Outcome::Status::kTargetFailed:
      return "the program itself failed";
  }
  return "";
}

std::string faster_words(const Outcome& outcome) {
  const Speedup& speedup = outcome.speedup;
  std::string out = fmt::format(
      "{} faster (95 % interval {:.2f} to {:.2f}, {})", times(speedup.median),
      speedup.ci_low, speedup.ci_high, count(speedup.pairs, "pair"));
  if (!outcome.before_s.empty() && !outcome.after_s.empty()) {
    out += fmt::format(": {} to {}", seconds(median(outcome.before_s)),
                       seconds(median(outcome.after_s)));
  }
  return out;
}

const Proposal* accepted(const Hotspot& spot) {
  for (const Proposal& proposal : spot.proposals) {
    if (proposal.result == Proposal::Result::kAccepted) return &proposal;
  }
  return nullptr;
}

std::string measure_words(const advisor::LoopMeasure& measure) {
  std::string out = fmt::format(
      "{} probed: {:.3g} ms each, {:.0f} bytes in, {:.0f} bytes out",
      count(measure.sampled, "iteration"), measure.seconds_per_iteration * 1000,
      measure.item_bytes, measure.result_bytes);
  if (measure.capture_bytes > 0) {
    out += fmt::format(", {:.0f} bytes for all", measure.capture_bytes);
  }
  return out;
}

std::string tested_words(const Hotspot& spot) {
  std::string out;
  for (const advisor::Reason& reason : spot.assumptions) {
    out += (out.empty() ? "tested, not proven: " : "; ") + reason.message;
  }
  return out;
}

std::string indented(std::string_view text, std::size_t columns) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  std::string out;
  for (char c : text) {
    out += c;
    if (c == '\n') out.append(columns, ' ');
  }
  return out;
}

std::string shell_word(const std::string& word) {
  static constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
      "_-+=./,:@%";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) {
    return word;
  }
  std::string out = "'";
  for (char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace ppp::harness
