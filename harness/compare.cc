// SPDX-License-Identifier: Apache-2.0
#include "harness/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "harness/tolerance.h"
#include "harness/traceback.h"
#include "harness/volatile.h"

namespace ppp::harness {
namespace {

constexpr std::size_t kShownText = 160;
constexpr std::size_t kShownMasks = 50;

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text.substr(0, kShownText)) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out + (text.size() > kShownText ? "…'" : "'");
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string status_text(const ExitStatus& status) {
  if (status.timed_out) return "does not end";
  if (status.signal != 0) return fmt::format("signal {}", status.signal);
  return std::to_string(status.code);
}

/// One text of several runs: the last one is compared with the others.
class TextComparison {
 public:
  TextComparison(const std::vector<LinePattern>& patterns, std::string id,
                 double tolerance = 0)
      : patterns_(patterns), tolerance_(tolerance) {
    check.id = std::move(id);
  }

  void compare(const std::vector<std::string_view>& originals,
               std::string_view other) {
    check.result = Check::Result::kIdentical;
    bool equal = std::all_of(originals.begin(), originals.end(),
                             [&](auto text) { return text == other; });
    if (equal) return;
    std::vector<std::vector<std::string_view>> runs;
    for (std::string_view text : originals) runs.push_back(lines_of(text));
    runs.push_back(lines_of(other));
    compare_lines(runs);
  }

  /// After a difference between two lines.
  std::string cause;

  void differ(std::string what) {
    check.result = Check::Result::kDiffers;
    check.detail = std::move(what);
  }

  Check check;

 private:
  void compare_lines(const std::vector<std::vector<std::string_view>>& runs) {
    const auto& first = runs.front();
    std::size_t common = first.size();
    for (const auto& run : runs) common = std::min(common, run.size());
    for (std::size_t i = 0; i < common; ++i) {
      auto odd = std::find_if(runs.begin(), runs.end(), [&](const auto& run) {
        return run[i] != first[i];
      });
      if (odd == runs.end()) continue;
      if (mask(runs, i)) continue;
      cause = probable_cause(std::string(first[i]), std::string((*odd)[i]));
      return differ(fmt::format("{} line {}: {}, then {}", check.id, i + 1,
                                quoted(first[i]), quoted((*odd)[i])));
    }
    for (const auto& run : runs) {
      if (run.size() == first.size()) continue;
      bool more = run.size() > first.size();
      const auto& longer = more ? run : first;
      return differ(fmt::format("{} line {}: {}, then {}", check.id, common + 1,
                                more ? "the end" : quoted(longer[common]),
                                more ? quoted(longer[common]) : "the end"));
    }
    if (masked_ > kShownMasks) {
      check.detail += fmt::format("; and {} lines more", masked_ - kShownMasks);
    }
  }

  bool mask(const std::vector<std::vector<std::string_view>>& runs,
            std::size_t line) {
    std::vector<std::string_view> lines;
    for (const auto& run : runs) lines.push_back(run[line]);
    for (const LinePattern& pattern : patterns_) {
      if (!matches(pattern, lines)) continue;
      note_mask(lines, line,
                fmt::format("a clock value printed at {}:{}", pattern.span.file,
                            pattern.span.line));
      return true;
    }
    const bool near =
        tolerance_ > 0 &&
        std::all_of(lines.begin(), lines.end() - 1,
                    [&](auto one) { return one == lines.front(); }) &&
        within_tolerance(lines.front(), lines.back(), tolerance_);
    if (near) {
      note_mask(lines, line,
                fmt::format("within the tolerance of {:g}", tolerance_));
    }
    return near;
  }

  void note_mask(const std::vector<std::string_view>& lines, std::size_t line,
                 const std::string& why) {
    check.result = Check::Result::kMasked;
    if (++masked_ > kShownMasks) return;
    check.detail += fmt::format(
        "{}line {}: {} and {}, {}", check.detail.empty() ? "" : "; ", line + 1,
        quoted(lines.front()), quoted(lines.back()), why);
  }

  const std::vector<LinePattern>& patterns_;
  double tolerance_ = 0;
  std::size_t masked_ = 0;
};

Check compare_status(const std::vector<const ProgramRun*>& originals,
                     const ProgramRun& other) {
  Check check;
  check.id = "exit-status";
  check.result = Check::Result::kIdentical;
  check.detail = status_text(other.status);
  for (const ProgramRun* original : originals) {
    std::string expected = status_text(original->status);
    if (expected == check.detail) continue;
    check.result = Check::Result::kDiffers;
    check.detail =
        fmt::format("exit status: {}, then {}", expected, check.detail);
    break;
  }
  return check;
}

Check compare_errors(const std::vector<const ProgramRun*>& originals,
                     const ProgramRun& other,
                     const std::vector<LinePattern>& patterns,
                     double tolerance) {
  TextComparison text(patterns, "stderr", tolerance);
  std::vector<const ProgramRun*> runs = originals;
  runs.push_back(&other);
  std::vector<std::string_view> before;
  std::vector<std::string_view> whole;
  std::string_view exception;
  bool uncaught = true;
  bool same_exception = true;
  for (const ProgramRun* run : runs) {
    whole.push_back(run->err);
    auto split = split_traceback(run->err);
    if (!split || run->status.code != 1) {
      uncaught = false;
      break;
    }
    if (before.empty()) exception = split->exception;
    same_exception = same_exception && split->exception == exception;
    before.push_back(split->before);
  }
  bool equal = std::all_of(
      runs.begin(), runs.end(),
      [&](const ProgramRun* run) { return run->err == runs.front()->err; });
  if (!uncaught || equal) {
    whole.clear();
    for (const ProgramRun* run : originals) whole.push_back(run->err);
    text.compare(whole, other.err);
    return text.check;
  }
  if (!same_exception) {
    auto last = split_traceback(other.err);
    text.differ(fmt::format("the uncaught exception: {}, then {}",
                            quoted(exception), quoted(last->exception)));
    return text.check;
  }
  before.pop_back();
  text.compare(before, split_traceback(other.err)->before);
  if (text.check.result != Check::Result::kDiffers) {
    text.check.detail +=
        std::string(text.check.detail.empty() ? "" : "; ") +
        "of the traceback, the exception is compared and its frames are not";
  }
  return text.check;
}

/// A file that `logging` writes, with the times of its records masked. Differs,
/// if it is none, or not kept.
Check compare_log(const std::string& path,
                  const std::vector<const ProgramRun*>& originals,
                  const ProgramRun& other, const advisor::ClockUse& clock) {
  std::vector<LinePattern> patterns = line_patterns(clock);
  std::erase_if(patterns,
                [](const LinePattern& pattern) { return !pattern.logged; });
  TextComparison text(patterns, "file " + path);
  text.differ("");
  const auto& names = clock.log_files;
  const std::string name = path.substr(path.rfind('/') + 1);
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    return text.check;
  }
  const FileState& last = other.changes.at(path);
  std::vector<std::string_view> texts;
  for (const ProgramRun* original : originals) {
    const auto found = original->changes.find(path);
    if (found == original->changes.end() ||
        found->second.kind != FileState::Kind::kFile ||
        found->second.mode != last.mode || found->second.text.empty()) {
      return text.check;
    }
    texts.push_back(found->second.text);
  }
  if (last.kind != FileState::Kind::kFile || last.text.empty()) {
    return text.check;
  }
  text.compare(texts, last.text);
  return text.check;
}

Check compare_files(const std::vector<const ProgramRun*>& originals,
                    const ProgramRun& other, const advisor::ClockUse& clock) {
  Check check;
  std::map<std::string, std::string> masked;
  check.id = "files";
  check.result = Check::Result::kIdentical;
  auto differ = [&](const std::string& path, const std::string& one,
                    const std::string& two) {
    check.result = Check::Result::kDiffers;
    check.detail = fmt::format("file {}: {}, then {}", path, one, two);
  };
  for (const ProgramRun* original : originals) {
    for (const auto& [path, state] : original->changes) {
      auto found = other.changes.find(path);
      if (found == other.changes.end()) {
        differ(path, describe(state), "left as it was");
      } else if (!(found->second == state) && !masked.contains(path)) {
        const Check log = compare_log(path, originals, other, clock);
        if (log.result == Check::Result::kMasked) {
          masked[path] = log.detail;
          continue;
        }
        differ(path, describe(state), describe(found->second));
        if (!log.detail.empty()) check.detail = log.detail;
      } else {
        continue;
      }
      return check;
    }
    for (const auto& [path, state] : other.changes) {
      if (original->changes.contains(path)) continue;
      differ(path, "left as it was", describe(state));
      return check;
    }
  }
  check.detail =
      fmt::format("{} created, changed or deleted", other.changes.size());
  for (const auto& [path, lines] : masked) {
    check.result = Check::Result::kMasked;
    check.detail += fmt::format("; {} {}", path, lines);
  }
  return check;
}

std::string without_hex(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "0x") == 0) {
      out += "0x";
      i += 2;
      while (i < text.size() &&
             std::isxdigit(static_cast<unsigned char>(text[i]))) {
        ++i;
      }
      --i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string sorted(std::string text) {
  std::sort(text.begin(), text.end());
  return text;
}

std::string without_digits(std::string text) {
  std::erase_if(text, [](char c) {
    return std::string_view("0123456789.-+e").find(c) != std::string_view::npos;
  });
  return text;
}

}  // namespace

Comparison compare(const std::vector<const ProgramRun*>& originals,
                   const ProgramRun& other, const advisor::ClockUse& clock,
                   double tolerance) {
  PPP_CHECK(!originals.empty());
  const std::vector<LinePattern> patterns = line_patterns(clock);
  Comparison result;
  result.checks.push_back(compare_status(originals, other));
  TextComparison out(patterns, "stdout", tolerance);
  std::vector<std::string_view> texts;
  for (const ProgramRun* run : originals) texts.push_back(run->out);
  out.compare(texts, other.out);
  result.cause = out.cause;
  result.checks.push_back(out.check);
  result.checks.push_back(
      compare_errors(originals, other, patterns, tolerance));
  result.checks.push_back(compare_files(originals, other, clock));
  for (const Check& check : result.checks) {
    if (check.result != Check::Result::kDiffers) continue;
    if (result.same) result.first_difference = check.detail;
    result.same = false;
  }
  return result;
}

std::string probable_cause(const std::string& one, const std::string& two) {
  if (one != two && without_hex(one) == without_hex(two)) {
    return "memory addresses";
  }
  if (sorted(one) == sorted(two)) {
    return "the order of a set, a directory or concurrent work";
  }
  if (without_digits(one) == without_digits(two)) {
    return "random numbers, process ids or a clock";
  }
  return "";
}

}  // namespace ppp::harness
