// SPDX-License-Identifier: Apache-2.0
// The dump of a dict: (file, line, function) to (calls without recursion, all
// calls, own seconds, seconds with callees, callers). Marshal can say much
// more; only what such a dump holds is understood. Values are laid out flat, as
// they may refer to earlier ones in circles.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <vector>

#include "profiler/formats/read.h"
#include "profiler/formats/stack_table.h"

namespace ppp::profiler {
namespace {

constexpr unsigned kReferable = 0x80;  // flag of a type
constexpr std::size_t kMostValues = 4'000'000;
constexpr std::size_t kDeepestValue = 8;  // five are needed
// Functions with less of the time are left out: no loop in them is hot.
constexpr double kLeastTotal = 0.001;
constexpr std::size_t kMostFunctions = 2000;

struct Value {
  enum class Kind { kNone, kText, kNumber, kTuple, kDict };
  Kind kind = Kind::kNone;
  double number = 0;
  std::string_view text;
  std::vector<std::size_t> items;  ///< of a dict keys and values in turns
};

Error not_pstats(std::size_t at, const std::string& what) {
  return malformed("byte " + std::to_string(at), what);
}

/// Reads one marshalled value and all below it.
class MarshalReader {
 public:
  explicit MarshalReader(std::string_view bytes) : in_(bytes) {}

  /// The first value is the outermost.
  Result<std::vector<Value>> read();

 private:
  struct Open {
    std::size_t value = 0;
    std::size_t left = 0;  ///< items to come; of a dict not known
  };

  Status read_value();
  Status read_scalar(char type, Value& value);
  Status read_reference();
  Status begin(Value::Kind kind, std::size_t items);
  std::optional<std::uint64_t> take(std::size_t bytes);
  std::optional<std::string_view> take_text(std::size_t length_bytes);
  std::optional<double> take_long();
  void place(std::size_t value);
  bool is_open(std::size_t value) const;

  std::string_view in_;
  std::size_t at_ = 0;
  std::vector<Value> values_;
  std::vector<std::size_t> references_;  ///< by number
  std::vector<Open> open_;
};

std::optional<std::uint64_t> MarshalReader::take(std::size_t bytes) {
  if (in_.size() - at_ < bytes) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(in_[at_++]))
             << (8 * i);
  }
  return value;
}

std::optional<std::string_view> MarshalReader::take_text(
    std::size_t length_bytes) {
  const auto length = take(length_bytes);
  if (!length || in_.size() - at_ < *length) return std::nullopt;
  const auto text = in_.substr(at_, static_cast<std::size_t>(*length));
  at_ += text.size();
  return text;
}

/// Digits of 15 bits, the sign is that of their number.
std::optional<double> MarshalReader::take_long() {
  const auto count = take(4);
  if (!count) return std::nullopt;
  const auto digits = static_cast<std::int32_t>(*count);
  double value = 0;
  double scale = 1;
  for (std::int64_t i = 0; i < std::abs(std::int64_t{digits}); ++i) {
    const auto digit = take(2);
    if (!digit || *digit > 0x7FFF) return std::nullopt;
    value += static_cast<double>(*digit) * scale;
    scale *= 0x8000;
  }
  return digits < 0 ? -value : value;
}

void MarshalReader::place(std::size_t value) {
  if (open_.empty()) return;
  Open& open = open_.back();
  values_[open.value].items.push_back(value);
  if (values_[open.value].kind == Value::Kind::kTuple) --open.left;
}

bool MarshalReader::is_open(std::size_t value) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Open& open) { return open.value == value; });
}

Status MarshalReader::read_reference() {
  const std::size_t at = at_ - 1;
  const auto number = take(4);
  if (!number || *number >= references_.size()) {
    return not_pstats(at, "refers to a value that there is not");
  }
  const std::size_t value = references_[static_cast<std::size_t>(*number)];
  if (is_open(value)) return not_pstats(at, "holds a value that holds itself");
  place(value);
  return Done{};
}

Status MarshalReader::read_scalar(char type, Value& value) {
  const std::size_t at = at_ - 1;
  std::optional<std::string_view> text;
  std::optional<double> number;
  switch (type) {
    case 'N':
      return Done{};
    case 'z':
    case 'Z':
      text = take_text(1);
      break;
    case 'a':
    case 'A':
    case 'u':
    case 't':
      text = take_text(4);
      break;
    case 'i':
      if (auto bits = take(4)) number = static_cast<std::int32_t>(*bits);
      break;
    case 'l':
      number = take_long();
      break;
    case 'g':
      if (auto bits = take(8)) {
        double read = 0;
        std::memcpy(&read, &*bits, sizeof read);
        number = read;
      }
      break;
    default:
      return not_pstats(at,
                        "is of no type that Python 3 writes into such a "
                        "file");
  }
  if (!text && !number) return not_pstats(at, "the file ends too early");
  value.kind = text ? Value::Kind::kText : Value::Kind::kNumber;
  value.text = text.value_or("");
  value.number = number.value_or(0);
  return Done{};
}

Status MarshalReader::begin(Value::Kind kind, std::size_t items) {
  if (open_.size() >= kDeepestValue) {
    return not_pstats(at_ - 1, "is nested deeper than such a file");
  }
  values_.back().kind = kind;
  open_.push_back({values_.size() - 1, items});
  return Done{};
}

Status MarshalReader::read_value() {
  const auto byte = take(1);
  if (!byte) return not_pstats(at_, "the file ends too early");
  const char type = static_cast<char>(*byte & ~std::uint64_t{kReferable});
  if (type == 'r') return read_reference();
  if (values_.size() >= kMostValues) {
    return not_pstats(at_ - 1, "holds too many values");
  }
  if (*byte & kReferable) references_.push_back(values_.size());
  place(values_.size());
  values_.emplace_back();
  if (type == '{') return begin(Value::Kind::kDict, 0);
  if (type == ')' || type == '(') {
    const auto count = take(type == ')' ? 1 : 4);
    if (!count) return not_pstats(at_, "the file ends too early");
    return begin(Value::Kind::kTuple, static_cast<std::size_t>(*count));
  }
  return read_scalar(type, values_.back());
}

Result<std::vector<Value>> MarshalReader::read() {
  do {
    if (!open_.empty()) {
      const Open& open = open_.back();
      const bool tuple = values_[open.value].kind == Value::Kind::kTuple;
      const bool whole = values_[open.value].items.size() % 2 == 0;
      const bool end = !tuple && whole && at_ < in_.size() && in_[at_] == '0';
      if (end) ++at_;
      if (end || (tuple && open.left == 0)) {
        open_.pop_back();
        continue;
      }
    }
    Status read = read_value();
    if (!read.ok()) return read.error();
  } while (!open_.empty());
  return std::move(values_);
}

struct Function {
  std::string file;
  std::string name;
  std::int64_t line = 0;
  double own_s = 0;
  double total_s = 0;  ///< with what it calls
};

bool is_seconds(const Value& value) {
  return value.kind == Value::Kind::kNumber && std::isfinite(value.number) &&
         value.number >= 0;
}

std::optional<Function> function_of(const std::vector<Value>& values,
                                    const Value& key, const Value& row) {
  if (key.kind != Value::Kind::kTuple || key.items.size() != 3 ||
      row.kind != Value::Kind::kTuple || row.items.size() != 5) {
    return std::nullopt;
  }
  const Value& file = values[key.items[0]];
  const Value& line = values[key.items[1]];
  const Value& name = values[key.items[2]];
  const Value& own = values[row.items[2]];
  const Value& total = values[row.items[3]];
  if (file.kind != Value::Kind::kText || name.kind != Value::Kind::kText ||
      line.kind != Value::Kind::kNumber || !is_seconds(own) ||
      !is_seconds(total)) {
    return std::nullopt;
  }
  Function function{std::string(file.text), std::string(name.text), 0,
                    own.number, total.number};
  constexpr double kMostLines = 1e9;
  if (line.number >= 1 && line.number <= kMostLines) {
    function.line = static_cast<std::int64_t>(line.number);
  }
  return function;
}

Result<std::vector<Function>> functions_of(const std::vector<Value>& values) {
  std::vector<Function> functions;
  const Value& all = values.front();
  if (all.kind != Value::Kind::kDict) {
    return malformed("byte 0", "is no dict of functions");
  }
  for (std::size_t i = 0; i + 1 < all.items.size(); i += 2) {
    auto function =
        function_of(values, values[all.items[i]], values[all.items[i + 1]]);
    if (!function) {
      return malformed("entry " + std::to_string(i / 2),
                       "is no function with its times");
    }
    functions.push_back(std::move(*function));
  }
  return functions;
}

/// Stacks such that each function is on them as long as it took with what it
/// calls: the longest on all, each further one on what is left of those.
Result<Profile> nested(std::vector<Function> functions) {
  double whole = 0;
  for (const Function& one : functions) whole += one.own_s;
  std::erase_if(functions, [&](const Function& one) {
    return one.file.empty() || one.file == "~" ||
           one.total_s < kLeastTotal * whole;
  });
  std::stable_sort(functions.begin(), functions.end(),
                   [](const Function& a, const Function& b) {
                     return a.total_s > b.total_s;
                   });
  if (functions.size() > kMostFunctions) functions.resize(kMostFunctions);
  StackTable table;
  std::vector<int> stack;
  const int somewhere = table.frame("", "not known", 0);
  double above = whole;
  auto add = [&](double total_s) -> Status {
    std::vector<int> frames = stack;
    frames.push_back(somewhere);
    Status added = table.add("", frames, std::max(0.0, above - total_s));
    if (!added.ok()) return malformed("its times", added.error().what);
    return added;
  };
  for (Function& one : functions) {
    // Rounding, and what was running when the profile was made.
    const double total_s = std::min(one.total_s, above);
    Status added = add(total_s);
    if (!added.ok()) return added.error();
    above = total_s;
    stack.push_back(
        table.frame(std::move(one.file), std::move(one.name), one.line));
  }
  Status added = add(0);
  if (!added.ok()) return added.error();
  Origin origin;
  origin.format = "pstats";
  origin.whole_functions = true;
  auto profile = table.finish(std::move(origin));
  if (profile.ok()) {
    profile->samples = 0;
    for (Stack& one : profile->stacks) one.samples = 0;
  }
  return profile;
}

}  // namespace

bool is_pstats(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const auto first = static_cast<unsigned char>(bytes[0]) & ~kReferable;
  const auto second = static_cast<unsigned char>(bytes[1]) & ~kReferable;
  // JSON has no such second character.
  return first == '{' && (second == ')' || second == '(');
}

Result<Profile> read_pstats(std::string_view bytes) {
  auto values = MarshalReader(bytes).read();
  if (!values.ok()) return values.error();
  auto functions = functions_of(*values);
  if (!functions.ok()) return functions.error();
  return nested(std::move(*functions));
}

}  // namespace ppp::profiler
