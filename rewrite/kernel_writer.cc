// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "rewrite/layout.h"
#include "rewrite/names.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelBound;
using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelLoop;
using advisor::KernelStep;
using advisor::NumberType;
using Words = std::vector<std::string>;

/// How tightly an expression holds together, as in Python's grammar.
enum Binding {
  kLoose = 0,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitAnd,
  kSum,
  kProduct,
  kUnary,
  kAtom,
};

struct Text {
  std::string text;
  int binding = kAtom;
};

std::string inside(const Text& text, int binding) {
  return text.binding < binding ? "(" + text.text + ")" : text.text;
}

std::string sum_text(const std::string& text, std::int64_t offset) {
  if (text.empty()) return std::to_string(offset);
  if (offset == 0) return text;
  return fmt::format("{} {} {}", text, offset < 0 ? '-' : '+',
                     std::abs(offset));
}

/// An index: a loop's variable and what is added, or a number.
struct Position {
  const KernelLoop* loop = nullptr;
  std::int64_t offset = 0;
};

const char* scalar_type(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

/// Lines of a long assignment, broken in front of operators.
std::vector<HelperLine> wrapped(const HelperLine& line) {
  constexpr std::size_t kUnit = 4;
  const std::size_t equals = line.text.find(" = ");
  const bool fits =
      kUnit * static_cast<std::size_t>(line.depth) + line.text.size() <= kWidth;
  if (fits || equals == std::string::npos || line.text.starts_with("for ") ||
      line.text.starts_with("if ")) {
    return {line};
  }
  std::vector<HelperLine> lines = {
      {line.depth, line.text.substr(0, equals) + " = ("}};
  const std::size_t room =
      kWidth - kUnit * static_cast<std::size_t>(line.depth + 1);
  std::string rest = line.text.substr(equals + 3);
  while (rest.size() > room) {
    std::size_t at = std::string::npos;
    for (std::string_view sign : {" + ", " - ", " * ", " / ", " & ", " | "}) {
      const std::size_t found = rest.rfind(sign, room);
      if (found == std::string::npos || found == 0) continue;
      if (at == std::string::npos || found > at) at = found;
    }
    if (at == std::string::npos) break;
    lines.push_back({line.depth + 1, rest.substr(0, at)});
    rest = rest.substr(at + 1);
  }
  lines.push_back({line.depth + 1, rest});
  lines.push_back({line.depth, ")"});
  return lines.size() == 3 ? std::vector{line} : lines;
}

class KernelWriter {
 public:
  KernelWriter(const Kernel& kernel, const std::string& numpy,
               const std::set<std::string>& taken)
      : kernel_(kernel), np_(numpy), taken_(taken) {
    for (const KernelInput& input : kernel.inputs) taken_.insert(input.name);
    note_names(kernel.steps);
    taken_.insert(kernel.loop.index);
    loops_[kernel.loop.index] = &kernel.loop;
  }

  KernelText write(const std::string& name, const std::string& loop);

 private:
  void note_names(const std::vector<KernelStep>& steps);
  void note_names(const KernelExpr& value);
  void survey(const std::vector<KernelStep>& steps);
  void survey(const KernelExpr& value);
  void survey_loop(const KernelLoop& loop);
  Position position(const KernelExpr& at) const;
  void need_inside(const std::string& list, const KernelExpr& at, bool column,
                   bool stored);
  void need_lengths();
  void ask_types();
  void ask_apart();
  void ask_room();
  void convert();
  void need_early(const std::string& condition);
  void need_late(const std::string& condition);

  void write(const std::vector<KernelStep>& steps);
  void write(const KernelStep& step);
  void assign(const KernelStep& step);
  void branch(const KernelStep& step);
  void inner_loop(const KernelStep& step);
  void output(const KernelStep& step);
  void store(const KernelStep& step);
  void line(const std::string& text) { lines_.push_back({depth_, text}); }
  void refuse_if(const std::string& condition);

  Text expression(const KernelExpr& value);
  Text read(const KernelExpr& value);
  Text operation(const KernelExpr& value);
  Text divide(const KernelExpr& value);
  Text name_of(const KernelExpr& value, const char* wish);
  std::string slice(const KernelExpr& at, const std::string& whole) const;
  std::string array_of(const std::string& list) const;
  std::string whole_shape(const KernelExpr& value);
  std::string whole_mask() const;
  std::string shape() const;
  std::string range_text(const KernelLoop& loop) const;
  std::string count(const KernelLoop& loop) const;
  std::string bound_text(const KernelBound& bound,
                         std::int64_t more = 0) const {
    const auto named = sizes_.find(bound.text);
    return sum_text(named == sizes_.end() ? bound.text : named->second,
                    bound.offset + more);
  }
  std::uint32_t sure_axes(const KernelExpr& value) const;
  void refuse_any(const Words& conditions);
  const char* refusal() const {
    return kernel_.comprehension ? "return None" : "return False";
  }
  std::uint32_t all_axes() const { return columns() ? 3 : 1; }
  bool columns() const { return kernel_.columns; }
  bool in_columns() const { return column_ != nullptr; }
  std::string fresh(const std::string& wish);
  const KernelInput& input(const std::string& name) const;

  const Kernel& kernel_;
  const std::string np_;
  std::set<std::string> taken_;
  std::map<std::string, const KernelLoop*> loops_;
  const KernelLoop* column_ = nullptr;  ///< the axis 1 around us
  std::vector<const KernelLoop*> all_loops_;
  std::set<const KernelLoop*> held_;  ///< no longer than a list
  std::set<std::string> by_lanes_;    ///< lists read by arrays
  std::set<std::string> as_lists_;    ///< lists used as such
  std::set<std::string> changed_;
  std::set<std::string> counted_;  ///< indices used as numbers
  std::set<std::string> numbers_;  ///< scalars used as numbers
  bool counts_integers_ = false;
  int conditions_ = 0;
  bool gives_all_ = false;  ///< something for every iteration
  std::map<std::string, std::string> arrays_;
  std::map<std::string, std::string> sizes_;  ///< names of bounds
  std::map<std::tuple<bool, std::string, std::string>, std::int64_t> lengths_;
  Words early_, late_;  ///< conditions, before and behind the conversions
  std::map<std::string, std::uint32_t> sure_;  ///< variables: axes they have
  Words masks_;
  std::vector<std::uint32_t> mask_axes_;  ///< that they surely have
  std::vector<HelperLine> lines_;
  std::vector<HelperLine> effects_;
  std::map<std::string, std::pair<std::string, std::uint32_t>> rows_;
  int depth_ = 1;
  bool floats_ = false;
  bool masked_division_ = false;
  KernelText result_;
};

const KernelInput& KernelWriter::input(const std::string& name) const {
  return *std::find_if(
      kernel_.inputs.begin(), kernel_.inputs.end(),
      [&](const KernelInput& one) { return one.name == name; });
}

std::string KernelWriter::fresh(const std::string& wish) {
  std::string name = wish;
  for (int i = 2; taken_.contains(name) || reserved_word(name); ++i) {
    name = wish + "_" + std::to_string(i);
  }
  taken_.insert(name);
  return name;
}

void KernelWriter::note_names(const KernelExpr& value) {
  taken_.insert(value.text);
  for (const KernelExpr& part : value.parts) note_names(part);
}

void KernelWriter::note_names(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) {
    taken_.insert(step.name);
    note_names(step.value);
    if (step.kind == KernelStep::Kind::kLoop) taken_.insert(step.loop.index);
    for (const std::string& list : step.loop.lists) taken_.insert(list);
    note_names(step.body);
    note_names(step.otherwise);
  }
}

// ---- what the lists and numbers are used for ----

void KernelWriter::survey(const std::vector<KernelStep>& steps) {
  using Kind = KernelStep::Kind;
  for (const KernelStep& step : steps) {
    if (step.kind == Kind::kLoop) {
      loops_[step.loop.index] = &step.loop;
      survey_loop(step.loop);
      survey(step.body);
      loops_.erase(step.loop.index);
      continue;
    }
    if (step.kind == Kind::kAssign && loops_.size() > 1 &&
        step.value.type == NumberType::kInteger) {
      counts_integers_ = true;
    }
    if (step.kind != Kind::kAppendRow && step.kind != Kind::kSpread) {
      survey(step.value);
    }
    const bool appends =
        step.kind == Kind::kAppend || step.kind == Kind::kAppendRow;
    if (appends && conditions_ == 0) gives_all_ = true;
    if (step.kind == Kind::kStore) gives_all_ = true;
    if (appends || step.kind == Kind::kStore) {
      changed_.insert(step.name);
      as_lists_.insert(step.name);
    }
    for (std::size_t i = 0; i < step.at.size(); ++i) {
      need_inside(step.name, step.at[i], i == 1, true);
    }
    ++conditions_;
    survey(step.body);
    survey(step.otherwise);
    --conditions_;
  }
}

void KernelWriter::survey(const KernelExpr& value) {
  if (value.kind == KernelExpr::Kind::kName) {
    (loops_.contains(value.text) ? counted_ : numbers_).insert(value.text);
  }
  if (value.kind != KernelExpr::Kind::kRead) {
    for (const KernelExpr& part : value.parts) survey(part);
    return;
  }
  const bool lanes = value.axes != 0 || value.parts.size() == 2;
  (lanes ? by_lanes_ : as_lists_).insert(value.text);
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    need_inside(value.text, value.parts[i], i == 1, false);
  }
}

void KernelWriter::survey_loop(const KernelLoop& loop) {
  all_loops_.push_back(&loop);
  as_lists_.insert(loop.lists.begin(), loop.lists.end());
  if (loop.axis < 0) return;
  if (!loop.stop.lengths.empty()) held_.insert(&loop);
  const bool from_0 = loop.start.text.empty() && loop.start.offset >= 0;
  const bool long_enough = !loop.stop.lengths.empty() &&
                           loop.stop.offset >= 0 && loop.start.text.empty() &&
                           loop.start.offset == 0;
  const bool numbers = loop.stop.text.empty() && loop.start.text.empty() &&
                       loop.stop.offset >= loop.start.offset;
  if (from_0 && (long_enough || numbers)) return;
  const std::string condition =
      bound_text(loop.stop) + " < " + bound_text(loop.start);
  if (condition.find("[0]") == std::string::npos) {
    need_early(condition);
  } else {
    need_late(condition);
  }
}

Position KernelWriter::position(const KernelExpr& at) const {
  if (at.kind == KernelExpr::Kind::kLiteral) {
    return {nullptr, std::stoll(at.text)};
  }
  const bool moved = at.kind == KernelExpr::Kind::kOperation;
  const KernelExpr& base = moved ? at.parts[0] : at;
  Position made{loops_.at(base.text), 0};
  if (moved) {
    made.offset = std::stoll(at.parts[1].text);
    if (at.text == "-") made.offset = -made.offset;
  }
  return made;
}

void KernelWriter::need_inside(const std::string& list, const KernelExpr& at,
                               bool column, bool stored) {
  const Position place = position(at);
  KernelBound first{"", place.offset, {}};
  KernelBound behind{"", place.offset + 1, {}};
  if (place.loop) {
    first = place.loop->start;
    behind = place.loop->stop;
    first.offset += place.offset;
    behind.offset += place.offset;
    held_.insert(place.loop);
  }
  const bool late = column && !stored;
  auto need = [&](const std::string& condition) {
    late || condition.find("[0]") != std::string::npos ? need_late(condition)
                                                       : need_early(condition);
  };
  if (!first.text.empty() || first.offset < 0) {
    need(bound_text(first) + " < 0");
  }
  const std::string length = column ? list + "[0]" : list;
  const bool held = std::find(behind.lengths.begin(), behind.lengths.end(),
                              length) != behind.lengths.end();
  if (held && behind.offset <= 0) return;
  std::string size = "len(" + length + ")";
  if (column && stored) size = "min(map(len, " + list + "), default=0)";
  // Of the same bound only the largest sum counts.
  auto [most, added] =
      lengths_.try_emplace({late || size.find("[0]") != std::string::npos, size,
                            bound_text({behind.text, 0, {}})},
                           behind.offset);
  most->second = std::max(most->second, behind.offset);
}

void KernelWriter::need_lengths() {
  for (const auto& [key, offset] : lengths_) {
    const auto& [late, size, bound] = key;
    const std::string condition =
        size + " < " + sum_text(bound == "0" ? "" : bound, offset);
    late ? need_late(condition) : need_early(condition);
  }
}

void KernelWriter::need_early(const std::string& condition) {
  if (std::find(early_.begin(), early_.end(), condition) == early_.end()) {
    early_.push_back(condition);
  }
}

void KernelWriter::need_late(const std::string& condition) {
  if (std::find(late_.begin(), late_.end(), condition) == late_.end()) {
    late_.push_back(condition);
  }
}

// ---- what is asked before anything is computed ----

void KernelWriter::ask_types() {
  const std::string most = "2**" + std::to_string(kernel_.bits);
  const std::string item = fresh("row");
  for (const KernelInput& input : kernel_.inputs) {
    const char* type = scalar_type(input.type);
    const bool scalar = input.kind == KernelInput::Kind::kScalar;
    const bool rows = input.kind == KernelInput::Kind::kRows;
    const bool whole = input.type == NumberType::kInteger;
    if (!input.read) continue;
    if (scalar && input.asked) {
      need_early(fmt::format("type({}) is not {}", input.name, type));
    }
    if (scalar && whole && numbers_.contains(input.name)) {
      need_early(fmt::format("abs({}) > {}", input.name, most));
    }
    if (scalar) continue;
    if (rows) {
      need_early(fmt::format("len({{*map(len, {})}}) != 1", input.name));
    }
    const std::string row = rows ? item : input.name;
    Words asked;
    if (input.asked) {
      asked.push_back(fmt::format("{{*map(type, {})}} != {{{}}}", row, type));
    }
    if (whole) {
      asked.push_back(fmt::format("min({0}, default=0) < -{1}", row, most));
      asked.push_back(fmt::format("max({0}, default=0) > {1}", row, most));
    }
    for (const std::string& one : asked) {
      need_early(rows
                     ? fmt::format("any({} for {} in {})", one, row, input.name)
                     : one);
    }
  }
  const bool wide = kernel_.bits >= 40;
  for (const KernelLoop* loop : all_loops_) {
    if (wide || (!counted_.contains(loop->index) && !counts_integers_))
      continue;
    const std::string condition = bound_text(loop->stop) + " > " + most;
    condition.find("[0]") == std::string::npos ? need_early(condition)
                                               : need_late(condition);
  }
}

// Arrays of all iterations, where the loop only keeps some, must have room.
void KernelWriter::ask_room() {
  if (gives_all_) return;
  std::string count;
  bool held = true;
  for (const KernelLoop* loop : all_loops_) {
    if (loop->axis < 0) continue;
    held = held && held_.contains(loop) && count.empty();
    const std::string one = this->count(*loop);
    count += (count.empty() ? "" : " * ") +
             (one.find(' ') == std::string::npos ? one : "(" + one + ")");
  }
  if (!held) need_early(count + " > 10**7");
}

void KernelWriter::ask_apart() {
  for (const advisor::KernelPair& pair : kernel_.apart) {
    const bool implied = pair.changed == pair.other &&
                         std::any_of(kernel_.apart.begin(), kernel_.apart.end(),
                                     [&](const advisor::KernelPair& one) {
                                       return one.changed == pair.changed &&
                                              one.other != pair.other;
                                     });
    if (implied) continue;
    if (input(pair.changed).kind != KernelInput::Kind::kRows) {
      need_early(pair.changed + " is " + pair.other);
      continue;
    }
    std::string held = "*map(id, " + pair.changed + ")";
    std::string size = "len(" + pair.changed + ")";
    if (pair.other != pair.changed) {
      held += ", *map(id, " + pair.other + ")";
      size += " + len(" + pair.other + ")";
    }
    need_early(fmt::format("len({{{}}}) != {}", held, size));
  }
}

void KernelWriter::convert() {
  for (const KernelInput& input : kernel_.inputs) {
    if (!by_lanes_.contains(input.name)) continue;
    const bool both = as_lists_.contains(input.name);
    const std::string array = both ? fresh(input.name + "_array") : input.name;
    arrays_[input.name] = array;
    line(fmt::format("{} = {}.array({}, dtype={})", array, np_, input.name,
                     scalar_type(input.type)));
    ++result_.conversions;
  }
}

void KernelWriter::refuse_if(const std::string& condition) {
  line("if " + condition + ":");
  lines_.push_back({depth_ + 1, refusal()});
  result_.may_refuse = true;
}

void KernelWriter::refuse_any(const Words& conditions) {
  if (conditions.empty()) return;
  std::string all;
  for (const std::string& one : conditions) {
    all += (all.empty() ? "" : " or ") + one;
  }
  if (all.size() + 8 <= kWidth) return refuse_if(all);
  line("if (");
  for (const std::string& one : conditions) {
    lines_.push_back(
        {depth_ + 1, (&one == &conditions.front() ? "" : "or ") + one});
  }
  line("):");
  lines_.push_back({depth_ + 1, refusal()});
  result_.may_refuse = true;
}

// ---- expressions ----

std::string KernelWriter::array_of(const std::string& list) const {
  auto found = arrays_.find(list);
  return found == arrays_.end() ? list : found->second;
}

/// "1:n - 1", or "" for all of a list.
std::string KernelWriter::slice(const KernelExpr& at,
                                const std::string& whole) const {
  const Position place = position(at);
  const std::string first = bound_text(place.loop->start, place.offset);
  const std::string behind = bound_text(place.loop->stop, place.offset);
  return (first == "0" ? "" : first) + ":" +
         (behind == "len(" + whole + ")" ? "" : behind);
}

Text KernelWriter::read(const KernelExpr& value) {
  const std::string array = array_of(value.text);
  if (value.axes == 0 && value.parts.size() == 1) {
    const Position place = position(value.parts[0]);
    std::string at = place.loop ? place.loop->index : "";
    if (!place.loop) {
      at = std::to_string(place.offset);
    } else if (place.offset != 0) {
      at += place.offset < 0 ? " - " : " + ";
      at += std::to_string(std::abs(place.offset));
    }
    return {value.text + "[" + at + "]"};
  }
  Words at;
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    const KernelExpr& part = value.parts[i];
    if (part.axes != 0) {
      at.push_back(slice(part, i == 0 ? value.text : value.text + "[0]"));
      continue;
    }
    const Position place = position(part);
    KernelBound fixed{place.loop ? place.loop->index : "", place.offset, {}};
    at.push_back(bound_text(fixed));
  }
  const bool turned = value.parts.size() == 2 && value.parts[0].axes == 2 &&
                      value.parts[1].axes == 1;
  if (columns() && value.axes == 1) at.push_back("None");
  while (at.size() > 1 && at.back() == ":") at.pop_back();
  std::string text = array;
  if (at.size() > 1 || at[0] != ":") text += "[" + joined(at) + "]";
  return {text + (turned ? ".T" : "")};
}

/// Evaluated once: a name, or a variable of its own.
Text KernelWriter::name_of(const KernelExpr& value, const char* wish) {
  Text text = expression(value);
  const bool plain = value.kind == KernelExpr::Kind::kName ||
                     value.kind == KernelExpr::Kind::kLiteral ||
                     (value.kind == KernelExpr::Kind::kRead &&
                      text.text.find('.') == std::string::npos);
  if (plain) return text;
  const std::string name = fresh(wish);
  line(name + " = " + text.text);
  return {name};
}

Text KernelWriter::divide(const KernelExpr& value) {
  Text left = expression(value.parts[0]);
  const KernelExpr& by = value.parts[1];
  const bool literal =
      by.kind == KernelExpr::Kind::kLiteral &&
      by.text.find_first_of("123456789") != std::string::npos &&
      by.text.find_first_of("(eE") == std::string::npos;
  Text right;
  if (literal) {
    right = expression(by);
  } else {
    right = name_of(by, "divisor");
    if (by.axes == 0) {
      refuse_if(right.text + " == 0");
    } else if (masks_.empty()) {
      refuse_if("not " + np_ + ".all(" + right.text + ")");
    } else {
      masked_division_ = true;
      refuse_if(fmt::format("{}.any({} & ({} == 0))", np_, masks_.back(),
                            right.text));
    }
  }
  return {inside(left, kProduct) + " " + value.text + " " +
              inside(right, kProduct + 1),
          kProduct};
}

Text KernelWriter::operation(const KernelExpr& value) {
  const std::string& name = value.text;
  const auto& parts = value.parts;
  if (value.axes != 0) ++result_.operations;
  if (name == "/" || name == "//" || name == "%") return divide(value);
  if (name == "if") {
    const Text condition = name_of(parts[0], "mask");
    masks_.push_back(masks_.empty() ? condition.text
                                    : masks_.back() + " & " + condition.text);
    Text yes = expression(parts[1]);
    masks_.back() =
        fmt::format("{}{}.logical_not({})",
                    masks_.size() == 1 ? "" : masks_[masks_.size() - 2] + " & ",
                    np_, condition.text);
    Text no = expression(parts[2]);
    masks_.pop_back();
    return {fmt::format("{}.where({}, {}, {})", np_, condition.text, yes.text,
                        no.text)};
  }
  if (name == "and" || name == "or") {
    Text left = name_of(parts[0], "mask");
    std::string active = left.text;
    if (name == "or") active = np_ + ".logical_not(" + active + ")";
    masks_.push_back(masks_.empty() ? active : masks_.back() + " & " + active);
    Text right = expression(parts[1]);
    masks_.pop_back();
    const int binding = name == "and" ? kBitAnd : kBitOr;
    return {inside(left, binding) + (name == "and" ? " & " : " | ") +
                inside(right, binding + 1),
            binding};
  }
  if (name == "min" || name == "max") {
    const Text left = name_of(parts[0], "left");
    const Text right = name_of(parts[1], "right");
    return {fmt::format("{0}.where({2} {3} {1}, {2}, {1})", np_,
                        inside(left, kCompare + 1), inside(right, kCompare + 1),
                        name == "min" ? "<" : ">")};
  }
  const Text first = expression(parts[0]);
  if (name == "not") return {np_ + ".logical_not(" + first.text + ")"};
  if (name == "neg") return {"-" + inside(first, kUnary), kUnary};
  if (name == "abs" || name == "fabs") {
    return {fmt::format("{}.{}({})", np_, name, first.text)};
  }
  if (name == "float") {
    if (parts[0].type == NumberType::kFloat) return first;
    return {fmt::format("{}.float64({})", np_, first.text)};
  }
  if (name == "sqrt") {
    const Text of = name_of(parts[0], "square");
    const std::string test = inside(of, kCompare + 1) + " < 0";
    if (masks_.empty()) {
      refuse_if(fmt::format("{}.any({})", np_, test));
    } else {
      refuse_if(fmt::format("{}.any({} & ({}))", np_, masks_.back(), test));
    }
    return {fmt::format("{}.sqrt({})", np_, of.text)};
  }
  const Text second = expression(parts[1]);
  const bool compares = value.type == NumberType::kFlag;
  const int binding = compares ? kCompare : name == "*" ? kProduct : kSum;
  return {inside(first, compares ? binding + 1 : binding) + " " + name + " " +
              inside(second, binding + 1),
          binding};
}

Text KernelWriter::expression(const KernelExpr& value) {
  switch (value.kind) {
    case KernelExpr::Kind::kLiteral:
    case KernelExpr::Kind::kName:
      return {value.text};
    case KernelExpr::Kind::kRead:
      return read(value);
    case KernelExpr::Kind::kOperation:
      floats_ = true;
      return operation(value);
  }
  return {};
}

/// Of the array that it is for certain: not all that may differ are arrays.
std::uint32_t KernelWriter::sure_axes(const KernelExpr& value) const {
  if (value.kind == KernelExpr::Kind::kRead) return value.axes;
  if (value.kind == KernelExpr::Kind::kName) {
    const auto known = sure_.find(value.text);
    return known == sure_.end() ? 0 : known->second;
  }
  std::uint32_t axes = 0;
  for (const KernelExpr& part : value.parts) axes |= sure_axes(part);
  return axes;
}

// ---- statements ----

std::string KernelWriter::count(const KernelLoop& loop) const {
  if (loop.start.text.empty() && loop.start.offset == 0) {
    return bound_text(loop.stop);
  }
  if (loop.start.text.empty()) return bound_text(loop.stop, -loop.start.offset);
  return bound_text(loop.stop) + " - (" + bound_text(loop.start) + ")";
}

std::string KernelWriter::range_text(const KernelLoop& loop) const {
  const std::string start = bound_text(loop.start);
  return fmt::format("{}.arange({}{})", np_, start == "0" ? "" : start + ", ",
                     bound_text(loop.stop));
}

std::string KernelWriter::shape() const {
  if (!columns()) return count(kernel_.loop);
  return fmt::format("({}, {})", count(kernel_.loop),
                     in_columns() ? count(*column_) : "1");
}

/// The value for all iterations around us, as an array of their shape.
std::string KernelWriter::whole_shape(const KernelExpr& value) {
  const Text text = expression(value);
  const std::uint32_t wanted = in_columns() ? 3 : 1;
  if (sure_axes(value) == wanted) return text.text;
  return fmt::format("{}.broadcast_to({}, {})", np_, text.text, shape());
}

std::string KernelWriter::whole_mask() const {
  if (mask_axes_.back() == (in_columns() ? 3U : 1U)) return masks_.back();
  return fmt::format("{}.broadcast_to({}, {})", np_, masks_.back(), shape());
}

void KernelWriter::write(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) write(step);
}

void KernelWriter::write(const KernelStep& step) {
  switch (step.kind) {
    case KernelStep::Kind::kAssign:
      return assign(step);
    case KernelStep::Kind::kSpread: {
      const std::string start = step.name + " = ";
      const HelperLine& last = lines_.back();
      std::string value = step.name;
      if (last.text.starts_with(start) && last.depth == depth_) {
        value = last.text.substr(start.size());
        lines_.pop_back();
      }
      sure_[step.name] = in_columns() ? 3 : 1;
      return line(value == "0.0" ? fmt::format("{} = {}.zeros({})", step.name,
                                               np_, shape())
                                 : fmt::format("{} = {}.full({}, {})",
                                               step.name, np_, shape(), value));
    }
    case KernelStep::Kind::kIf:
      return branch(step);
    case KernelStep::Kind::kLoop:
      return inner_loop(step);
    case KernelStep::Kind::kAppend:
    case KernelStep::Kind::kAppendRow:
      return output(step);
    case KernelStep::Kind::kStore:
      return store(step);
  }
}

void KernelWriter::assign(const KernelStep& step) {
  Text value = expression(step.value);
  std::uint32_t sure = sure_axes(step.value);
  if (!masks_.empty() && sure_.contains(step.name)) {
    sure |= sure_[step.name] | mask_axes_.back();
    value = {fmt::format("{}.where({}, {}, {})", np_, masks_.back(), value.text,
                         step.name)};
  }
  sure_[step.name] = sure;
  line(step.name + " = " + value.text);
}

void KernelWriter::branch(const KernelStep& step) {
  Text condition = expression(step.value);
  const std::string mask = fresh("mask");
  const std::string outer = masks_.empty() ? "" : masks_.back() + " & ";
  line(mask + " = " + outer +
       (outer.empty() ? condition.text : inside(condition, kBitAnd + 1)));
  const std::uint32_t axes =
      sure_axes(step.value) | (mask_axes_.empty() ? 0 : mask_axes_.back());
  mask_axes_.push_back(axes);
  masks_.push_back(mask);
  write(step.body);
  masks_.pop_back();
  mask_axes_.pop_back();
  if (step.otherwise.empty()) return;
  const std::string other = fresh("others");
  line(fmt::format("{} = {}{}.logical_not({})", other, outer, np_, mask));
  mask_axes_.push_back(axes);
  masks_.push_back(other);
  write(step.otherwise);
  masks_.pop_back();
  mask_axes_.pop_back();
}

void KernelWriter::inner_loop(const KernelStep& step) {
  loops_[step.loop.index] = &step.loop;
  if (step.loop.axis == 1) {
    column_ = &step.loop;
    if (counted_.contains(step.loop.index)) {
      sure_[step.loop.index] = 2;
      line(step.loop.index + " = " + range_text(step.loop));
    }
    write(step.body);
    column_ = nullptr;
  } else {
    line(step.loop.header + ":");
    ++depth_;
    write(step.body);
    if (step.body.empty()) line("pass");
    --depth_;
  }
  loops_.erase(step.loop.index);
}

void KernelWriter::output(const KernelStep& step) {
  if (step.kind == KernelStep::Kind::kAppendRow) {
    const std::string rows = rows_.at(step.value.text).first;
    effects_.push_back(
        {1, step.name.empty()
                ? fmt::format("return {}.tolist()", rows)
                : fmt::format("{}.extend({}.tolist())", step.name, rows)});
    return;
  }
  ++result_.conversions;
  const std::string wish = step.name.empty() ? "values" : step.name + "_values";
  const std::string values = fresh(wish);
  std::string text = whole_shape(step.value);
  if (!masks_.empty()) {
    text = (text.find_first_of(" -") == std::string::npos ? text
                                                          : "(" + text + ")") +
           "[" + whole_mask() + "]";
  } else if (columns() && in_columns()) {
    const bool row = step.name.empty() ||
                     std::none_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                                  [&](const KernelInput& one) {
                                    return one.name == step.name;
                                  });
    if (row) {
      rows_[step.name.empty() ? "row" : step.name] = {values, 3};
      return line(values + " = " + text);
    }
    text = "(" + text + ").ravel()";
  } else if (columns()) {
    text = "(" + text + ")[:, 0]";
  }
  line(values + " = " + text);
  effects_.push_back(
      {1, step.name.empty()
              ? fmt::format("return {}.tolist()", values)
              : fmt::format("{}.extend({}.tolist())", step.name, values)});
}

void KernelWriter::store(const KernelStep& step) {
  ++result_.conversions;
  const std::string values = fresh(step.name + "_values");
  std::string text = whole_shape(step.value);
  if (columns() && !in_columns()) text = "(" + text + ")[:, 0]";
  line(values + " = " + text);
  const bool rows = step.at.size() == 2;
  const std::string place = slice(step.at[0], "");
  if (masks_.empty() && !rows) {
    effects_.push_back(
        {1, fmt::format("{}[{}] = {}.tolist()", step.name, place, values)});
    return;
  }
  const std::string row = fresh("row");
  const std::string new_row = fresh("numbers");
  if (masks_.empty()) {
    effects_.push_back(
        {1, fmt::format("for {}, {} in zip({}[{}], {}.tolist()):", row, new_row,
                        step.name, place, values)});
    effects_.push_back(
        {2, fmt::format("{}[{}] = {}", row, slice(step.at[1], ""), new_row)});
    return;
  }
  const std::string where = fresh("where");
  line(where + " = " + whole_mask() +
       (columns() && !in_columns() ? "[:, 0]" : ""));
  auto moved = [&](std::size_t i) {
    const Position at = position(step.at[i]);
    std::string first = bound_text(at.loop->start, at.offset);
    return first == "0" ? "" : first + " + ";
  };
  if (!rows) {
    effects_.push_back(
        {1, fmt::format("for {0}, {1} in zip({2}.flatnonzero({3}).tolist(), "
                        "{4}[{3}].tolist()):",
                        row, new_row, np_, where, values)});
    effects_.push_back(
        {2, fmt::format("{}[{}{}] = {}", step.name, moved(0), row, new_row)});
    return;
  }
  const std::string column = fresh("column");
  effects_.push_back(
      {1, fmt::format("for {0}, {1}, {2} in zip(*map({3}.ndarray.tolist, "
                      "({4}.nonzero()[0], {4}.nonzero()[1], {5}[{4}]))):",
                      row, column, new_row, np_, where, values)});
  effects_.push_back({2, fmt::format("{}[{}{}][{}{}] = {}", step.name, moved(0),
                                     row, moved(1), column, new_row)});
}

KernelText KernelWriter::write(const std::string& name,
                               const std::string& loop) {
  if (kernel_.loop.stop.text.starts_with("min(")) {
    sizes_[kernel_.loop.stop.text] = fresh("size");
  }
  survey_loop(kernel_.loop);
  survey(kernel_.steps);
  need_lengths();
  ask_types();
  ask_apart();
  ask_room();
  for (const KernelInput& input : kernel_.inputs) {
    result_.parameters.push_back(input.name);
  }
  for (const auto& [text, size] : sizes_) line(size + " = " + text);
  refuse_any(early_);
  convert();
  refuse_any(late_);
  std::vector<HelperLine> before = std::exchange(lines_, {});
  depth_ = 2;
  if (counted_.contains(kernel_.loop.index)) {
    sure_[kernel_.loop.index] = 1;
    line(kernel_.loop.index + " = " + range_text(kernel_.loop) +
         (columns() ? "[:, None]" : ""));
  }
  write(kernel_.steps);
  result_.lines.push_back(
      {0, fmt::format("def {}({}):", name, joined(result_.parameters))});
  result_.lines.push_back(
      {1, fmt::format("\"\"\"By arrays: {}.{}\"\"\"", loop,
                      !result_.may_refuse     ? ""
                      : kernel_.comprehension ? " None: they would differ."
                                              : " False: not done, they would "
                                                "differ.")});
  auto& all = result_.lines;
  all.insert(all.end(), before.begin(), before.end());
  if (floats_) {
    all.push_back(
        {1, fmt::format("with {}.errstate({}over=\"ignore\", "
                        "invalid=\"ignore\"):",
                        np_, masked_division_ ? "divide=\"ignore\", " : "")});
  }
  for (const HelperLine& one : lines_) {
    const auto parts = wrapped({one.depth - (floats_ ? 0 : 1), one.text});
    all.insert(all.end(), parts.begin(), parts.end());
  }
  all.insert(all.end(), effects_.begin(), effects_.end());
  if (result_.may_refuse && !kernel_.comprehension) {
    all.push_back({1, "return True"});
  }
  return std::move(result_);
}

}  // namespace

KernelText kernel_text(const Kernel& kernel, const std::string& name,
                       const std::string& loop, const std::string& numpy,
                       const std::set<std::string>& taken) {
  return KernelWriter(kernel, numpy, taken).write(name, loop);
}

}  // namespace ppp::rewrite
