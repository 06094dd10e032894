// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "profiler/formats/read.h"
#include "profiler/formats/stack_table.h"

namespace ppp::profiler {
namespace {

// That tell whether a text is of stacks.
constexpr int kHeadLines = 20;
// A file's name may hold as many separators.
constexpr std::size_t kMostParts = 8;

/// Takes the first line off `text`, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

bool tells_nothing(std::string_view line) {
  return line.empty() || line.starts_with('#');
}

struct CollapsedLine {
  std::string_view stack;
  double weight = 0;
};

/// "a;b 12"; py-spy writes " 1" for a thread without frames. Austin may write
/// more numbers behind the first: "a;b 12,0,512".
std::optional<CollapsedLine> parse_collapsed(std::string_view line) {
  const std::size_t cut = line.rfind(' ');
  if (cut == std::string_view::npos) return std::nullopt;
  std::string_view number = line.substr(cut + 1);
  number = number.substr(0, number.find(','));
  CollapsedLine parsed{line.substr(0, cut), 0};
  const char* end = number.data() + number.size();
  const auto [stop, code] = std::from_chars(number.data(), end, parsed.weight);
  if (number.empty() || stop != end || code != std::errc()) {
    return std::nullopt;
  }
  return parsed;
}

/// A line's number at the end of `text`, which is shortened by it and by the
/// colon before; 0: there is none.
std::int64_t take_number(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  const std::string_view digits = text.substr(colon + 1);
  std::int64_t line = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, code] = std::from_chars(digits.data(), end, line);
  if (digits.empty() || stop != end || code != std::errc()) return 0;
  text = text.substr(0, colon);
  return line;
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "P123": a line of Austin, and its thread "T0:123" stands behind it.
bool names_process(std::string_view part) {
  return part.starts_with('P') && is_digits(part.substr(1));
}

/// As to_collapsed() names threads.
bool is_our_thread(std::string_view part) {
  constexpr std::string_view kThread = "thread ";
  return part == "main thread" ||
         (part.starts_with(kThread) && is_digits(part.substr(kThread.size())));
}

/// Likewise processes: "process 4711 (main.py)". No function is called so.
bool is_our_process(std::string_view part) {
  constexpr std::string_view kProcess = "process ";
  if (!part.starts_with(kProcess)) return false;
  part.remove_prefix(kProcess.size());
  const std::size_t end = part.find(" (");
  return end != std::string_view::npos && is_digits(part.substr(0, end));
}

/// Names of threads and processes that stand before the frames.
bool names_thread(std::string_view part) {
  return is_our_thread(part) || is_our_process(part) ||
         part.starts_with("thread (") ||
         (part.starts_with("process ") &&
          part.find(':') != std::string_view::npos);
}

class CollapsedReader {
 public:
  explicit CollapsedReader(std::string_view text) : rest_(text) {}

  Result<Profile> read();

 private:
  Status read_line(std::string_view line);
  Status read_comment(std::string_view line);
  int austin_frame(std::string_view part);
  /// The frame that begins at `parts[i]`, which is moved behind it.
  int frame_from(const std::vector<std::string_view>& parts, std::size_t& i);

  std::string_view rest_;
  StackTable table_;
  int number_ = 0;  ///< of the line
  std::string format_;
  bool counts_samples_ = false;
};

std::vector<std::string_view> parts_of(std::string_view stack) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t cut = std::min(stack.find(';'), stack.size());
    parts.push_back(stack.substr(0, cut));
    if (cut == stack.size()) return parts;
    stack.remove_prefix(cut + 1);
  }
}

/// "file.py:function:12".
int CollapsedReader::austin_frame(std::string_view part) {
  const std::int64_t line = take_number(part);
  const std::size_t colon = part.rfind(':');
  if (colon == std::string_view::npos) {
    return table_.frame("", std::string(part), 0);
  }
  return table_.frame(std::string(part.substr(0, colon)),
                      std::string(part.substr(colon + 1)), line);
}

/// "function (file.py:12)", the same without a line, or perf's
/// "py::function:file.py"; anything else is a name without a file.
int CollapsedReader::frame_from(const std::vector<std::string_view>& parts,
                                std::size_t& i) {
  constexpr std::string_view kTrampoline = "py::";
  std::string_view part = parts[i++];
  if (part.starts_with(kTrampoline)) {
    part.remove_prefix(kTrampoline.size());
    const std::size_t colon = std::min(part.find(':'), part.size());
    const bool file = colon < part.size();
    return table_.frame(std::string(part.substr(file ? colon + 1 : colon)),
                        std::string(part.substr(0, colon)), 0);
  }
  const std::size_t open = part.find(" (");
  if (open == std::string_view::npos) {
    return table_.frame("", std::string(part), 0);
  }
  // A separator in the file's name has parted it.
  const char* begin = part.data();
  for (std::size_t more = i;
       !part.ends_with(')') && more < parts.size() && more < i + kMostParts;
       ++more) {
    if (!parts[more].ends_with(')')) continue;
    const char* end = parts[more].data() + parts[more].size();
    part = {begin, static_cast<std::size_t>(end - begin)};
    i = more + 1;
    break;
  }
  if (!part.ends_with(')')) return table_.frame("", std::string(part), 0);
  std::string_view file = part.substr(open + 2);
  file.remove_suffix(1);
  const std::int64_t line = take_number(file);
  return table_.frame(std::string(file), std::string(part.substr(0, open)),
                      line);
}

Status CollapsedReader::read_line(std::string_view line) {
  const std::string where = "line " + std::to_string(number_);
  const auto parsed = parse_collapsed(line);
  if (!parsed) {
    return malformed(where, "is no stack with a number behind it");
  }
  if (parsed->stack.empty()) return Done{};
  const std::vector<std::string_view> parts = parts_of(parsed->stack);
  const bool austin = names_process(parts.front());
  const bool ours =
      is_our_thread(parts.front()) ||
      (parts.size() > 1 && is_our_process(parts[0]) && is_our_thread(parts[1]));
  const bool samples = !austin && !ours;
  if (format_.empty()) {
    format_ = austin ? "Austin" : ours ? "collapsed" : "collapsed stacks";
    counts_samples_ = samples;
  } else if (counts_samples_ != samples) {
    return malformed(where, "is of another tool than the lines before");
  }
  std::string thread;
  std::vector<int> frames;
  for (std::size_t i = 0; i < parts.size();) {
    const bool head = austin ? i < 2 : frames.empty() && names_thread(parts[i]);
    if (head) {
      thread += std::string(parts[i++]) + ";";
    } else if (austin) {
      frames.push_back(austin_frame(parts[i++]));
    } else {
      frames.push_back(frame_from(parts, i));
    }
  }
  Status added =
      table_.add(thread, frames, parsed->weight * (samples ? 1 : 1e-6));
  if (!added.ok()) return malformed(where, "its number " + added.error().what);
  return Done{};
}

/// Austin tells in comments what it has recorded.
Status CollapsedReader::read_comment(std::string_view line) {
  if (line.starts_with("# mode:") &&
      line.find("memory") != std::string_view::npos) {
    return Error{Error::Kind::kUsage, "counts bytes, not time",
                 "run austin without --memory"};
  }
  return Done{};
}

Result<Profile> CollapsedReader::read() {
  while (!rest_.empty()) {
    const std::string_view line = take_line(rest_);
    ++number_;
    Status read = tells_nothing(line) ? read_comment(line) : read_line(line);
    if (!read.ok()) return read.error();
  }
  Origin origin;
  origin.format = format_;
  origin.counts_samples = counts_samples_;
  return table_.finish(std::move(origin));
}

}  // namespace

bool is_collapsed(std::string_view text) {
  bool any_frame = false;  // `x = 1` is no stack
  for (int lines = 0; !text.empty() && lines < kHeadLines;) {
    const std::string_view line = take_line(text);
    if (tells_nothing(line)) continue;
    const auto parsed = parse_collapsed(line);
    if (!parsed) return false;
    // No Python begins like that, whatever follows.
    if (parsed->stack.ends_with(')') ||
        names_process(parsed->stack.substr(0, parsed->stack.find(';')))) {
      return true;
    }
    any_frame |= parsed->stack.find(';') != std::string_view::npos;
    ++lines;
  }
  return any_frame;
}

Result<Profile> read_collapsed(std::string_view text) {
  return CollapsedReader(text).read();
}

}  // namespace ppp::profiler
