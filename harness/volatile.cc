// SPDX-License-Identifier: Apache-2.0
#include "harness/volatile.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace ppp::harness {
namespace {

constexpr std::size_t kLongestValue = 48;
constexpr std::array kWords = {
    "T",       "Z",         "AM",       "PM",       "am",       "pm",
    "UTC",     "GMT",       "day",      "days",     "Mon",      "Tue",
    "Wed",     "Thu",       "Fri",      "Sat",      "Sun",      "Jan",
    "Feb",     "Mar",       "Apr",      "May",      "Jun",      "Jul",
    "Aug",     "Sep",       "Oct",      "Nov",      "Dec",      "Monday",
    "Tuesday", "Wednesday", "Thursday", "Friday",   "Saturday", "Sunday",
    "January", "February",  "March",    "April",    "June",     "July",
    "August",  "September", "October",  "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_exponent(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit(text[at - 1]) || at + 1 >= text.size()) return false;
  if (text[at] != 'e' && text[at] != 'E') return false;
  char next = text[at + 1];
  return is_digit(next) || ((next == '-' || next == '+') &&
                            at + 2 < text.size() && is_digit(text[at + 2]));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool has_text(const std::string& literal) {
  return std::any_of(literal.begin(), literal.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
}

/// Two gaps of a kind without text between them are one. nullopt: two of
/// different kinds, which nobody can tell apart.
std::optional<LinePattern> simplified(const LinePattern& pattern) {
  LinePattern simple;
  simple.span = pattern.span;
  simple.logged = pattern.logged;
  simple.literals.push_back(pattern.literals.front());
  for (std::size_t i = 0; i < pattern.clock.size(); ++i) {
    if (i > 0 && pattern.literals[i].empty()) {
      if (pattern.clock[i] != simple.clock.back()) return std::nullopt;
      simple.literals.back() = pattern.literals[i + 1];
      continue;
    }
    simple.clock.push_back(pattern.clock[i]);
    simple.literals.push_back(pattern.literals[i + 1]);
  }
  return simple;
}

/// Splits a template at its newlines: one pattern per line with a clock gap.
void add_patterns(const advisor::ClockOutput& output,
                  std::vector<LinePattern>& patterns) {
  LinePattern current;
  current.span = output.span;
  current.logged = output.logged;
  auto finish = [&] {
    if (std::find(current.clock.begin(), current.clock.end(), true) !=
        current.clock.end()) {
      auto simple = simplified(current);
      if (simple && std::find(patterns.begin(), patterns.end(), *simple) ==
                        patterns.end()) {
        patterns.push_back(*simple);
      }
    }
    current.literals.clear();
    current.clock.clear();
  };
  for (std::size_t i = 0; i < output.literals.size(); ++i) {
    const std::string& literal = output.literals[i];
    if (i > 0) {
      current.clock.push_back(i <= output.clock_holes.size() &&
                              output.clock_holes[i - 1]);
    }
    std::size_t begin = 0;
    while (true) {
      std::size_t end = literal.find('\n', begin);
      current.literals.push_back(literal.substr(begin, end - begin));
      if (end == std::string::npos) break;
      finish();
      begin = end + 1;
    }
  }
  finish();
}

/// Reads lines as a pattern. Fixed texts are found in the first line and then
/// asked of the others.
class Matcher {
 public:
  explicit Matcher(const LinePattern& pattern) : pattern_(pattern) {
    bool own_text =
        std::any_of(pattern.literals.begin(), pattern.literals.end(), has_text);
    bool all_clock = std::find(pattern.clock.begin(), pattern.clock.end(),
                               false) == pattern.clock.end();
    one_value_ = !own_text || !all_clock;
    fixed_.resize(pattern.clock.size());
  }

  bool match(const std::vector<std::string_view>& lines, std::size_t line) {
    if (line == lines.size()) return true;
    const std::string& first = pattern_.literals.front();
    return lines[line].starts_with(first) &&
           match_gap(lines, line, 0, lines[line].substr(first.size()));
  }

 private:
  /// Whether `rest` goes on with gap `gap` and all that follows, and the
  /// lines after this one fit as well.
  bool match_gap(const std::vector<std::string_view>& lines, std::size_t line,
                 std::size_t gap, std::string_view rest) {
    if (++steps_ > kMostSteps) return false;
    const std::string& literal = pattern_.literals[gap + 1];
    if (gap + 1 == pattern_.clock.size()) {
      if (!rest.ends_with(literal)) return false;
      return take(line, gap, rest.substr(0, rest.size() - literal.size())) &&
             match(lines, line + 1);
    }
    for (std::size_t at = rest.find(literal); at != std::string_view::npos;
         at = rest.find(literal, at + 1)) {
      if (!take(line, gap, rest.substr(0, at))) continue;
      if (match_gap(lines, line, gap + 1, rest.substr(at + literal.size()))) {
        return true;
      }
      // No more: what follows is not to be taken for a part of the time.
      if (pattern_.clock[gap] && one_value_) return false;
    }
    return false;
  }

  bool take(std::size_t line, std::size_t gap, std::string_view text) {
    if (pattern_.clock[gap]) {
      return one_value_ ? is_one_value(text) : is_time_like(text);
    }
    if (line == 0) fixed_[gap] = text;
    return text == fixed_[gap];
  }

  static constexpr int kMostSteps = 20000;
  const LinePattern& pattern_;
  std::vector<std::string_view> fixed_;
  bool one_value_ = false;
  int steps_ = 0;
};

}  // namespace

std::vector<LinePattern> line_patterns(const advisor::ClockUse& clock) {
  std::vector<LinePattern> patterns;
  if (!clock.reads_clock || clock.steers) return patterns;
  for (const advisor::ClockOutput& output : clock.outputs) {
    add_patterns(output, patterns);
  }
  return patterns;
}

bool is_time_like(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > kLongestValue || !has_digit(text)) {
    return false;
  }
  for (std::size_t i = 0; i < text.size();) {
    if (is_digit(text[i])) {
      ++i;
    } else if (is_exponent(text, i)) {
      i += 2;
    } else if (is_letter(text[i])) {
      std::size_t end = i;
      while (end < text.size() && is_letter(text[end])) ++end;
      std::string_view word = text.substr(i, end - i);
      if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) {
        return false;
      }
      i = end;
    } else if (std::string_view(".:-+,/ ").find(text[i]) !=
               std::string_view::npos) {
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

bool is_one_value(std::string_view text) {
  text = trimmed(text);
  if (!has_digit(text) || text.size() > kLongestValue) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) continue;
    if (is_exponent(text, i)) {
      ++i;
    } else if (text[i] == '-' || text[i] == '+') {
      if (i != 0) return false;
    } else if (text[i] != '.' && text[i] != ':') {
      return false;
    }
  }
  return true;
}

bool matches(const LinePattern& pattern,
             const std::vector<std::string_view>& lines) {
  return Matcher(pattern).match(lines, 0);
}

}  // namespace ppp::harness
