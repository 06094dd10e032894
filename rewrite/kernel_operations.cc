// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "advisor/kernel_math.h"
#include "rewrite/kernel_lines.h"
#include "rewrite/names.h"

namespace ppp::rewrite {

using advisor::KernelBound;
using advisor::KernelExpr;
using advisor::KernelLoop;
using advisor::NumberType;

namespace {

/// The int as the source has it.
bool is_number_of(const KernelExpr& value, const char* text) {
  return value.kind == KernelExpr::Kind::kLiteral &&
         value.type == NumberType::kInteger && value.text == text;
}

/// What it costs of each number, an addition being 1.
double weight_of(const KernelExpr& value) {
  const std::string& name = value.text;
  if (advisor::is_pair(value) || advisor::is_computed_index(value)) return 0;
  if (advisor::is_running_sum(value)) return 4;
  if (name == "//" || name == "%") {
    return value.type == NumberType::kInteger ? 2.5 : 10;
  }
  return name == "sqrt" ? 2 : 1;
}

/// Whatever numbers it is of: no less than 0, or NaN.
bool never_below_zero(const KernelExpr& value) {
  if (value.kind != KernelExpr::Kind::kOperation) return false;
  const auto& parts = value.parts;
  if (value.text == "abs" || value.text == "fabs") return true;
  if (value.text == "*") return parts[0] == parts[1];
  return value.text == "+" && parts.size() == 2 && never_below_zero(parts[0]) &&
         never_below_zero(parts[1]);
}

}  // namespace

std::string KernelLines::array_of(const std::string& list) const {
  auto found = arrays_.find(list);
  return found == arrays_.end() ? list : found->second;
}

/// "1:n - 1", or "" for all of a list.
std::string KernelLines::slice(const KernelExpr& at,
                               const std::string& whole) const {
  const Position place = position(at);
  const std::string first = bound_text(place.loop->start, place.offset);
  const std::string behind = bound_text(place.loop->stop, place.offset);
  if (place.moved) {
    const std::string& by = place.moved->index;
    return (first == "0" ? by : first + " + " + by) + ":" + behind + " + " + by;
  }
  return (first == "0" ? "" : first) + ":" +
         (behind == "len(" + whole + ")" ? "" : behind);
}

/// The same wherever it stands, and computed with what is known at the start.
bool KernelLines::stays(const KernelExpr& value) const {
  if (value.kind == KernelExpr::Kind::kName) {
    const auto loop = loops_.find(value.text);
    if (loop != loops_.end()) return loop->second->axis >= 0;
    const auto& folded = result_.folded;
    return std::find(folded.begin(), folded.end(), value.text) ==
               folded.end() &&
           std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                       [&](const auto& one) { return one.name == value.text; });
  }
  return std::all_of(value.parts.begin(), value.parts.end(),
                     [&](const KernelExpr& part) { return stays(part); });
}

/// Of a list or its rows, of `size`: asked to be inside.
std::string KernelLines::computed_index(const std::string& size,
                                        const KernelExpr& at) {
  const bool whole = depth_ == outermost_ && stays(at);
  const KernelTerm term = expression(at);
  const auto known = indices_.find(term.text);
  const std::string index =
      known != indices_.end() ? known->second : named(term, "at").text;
  if (whole) indices_[term.text] = index;
  const bool asked = whole && !inside_.insert(index + " in " + size).second;
  if (!asked) {
    refuse_any({fmt::format("{}.min({}, initial=0) < -{}", np_, index, size),
                fmt::format("{}.max({}, initial=0) >= {}", np_, index, size)});
  }
  return index;
}

// `values[places[i]]`, `grid[(i - 1) % n][j]`: by arrays of indices, below zero
// from the end, as in Python.
KernelTerm KernelLines::picked(const KernelExpr& value) {
  const std::string array = array_of(value.text);
  Words at;
  for (const KernelExpr& part : value.parts) {
    const std::string size =
        at.empty() ? "len(" + array + ")" : array + ".shape[1]";
    at.push_back(advisor::is_computed_index(part)
                     ? computed_index(size, part.parts[0])
                     : expression(part).text);
  }
  return {array + "[" + joined(at) + "]"};
}

KernelTerm KernelLines::read(const KernelExpr& value) {
  const std::string array = array_of(value.text);
  if (std::any_of(value.parts.begin(), value.parts.end(),
                  advisor::is_computed_index)) {
    return picked(value);
  }
  if (pick_ && value.axes != 0) return {picked_item(value)};
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
  std::vector<std::string> at;
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    const KernelExpr& part = value.parts[i];
    if (part.axes != 0 || names_turn(part)) {
      const std::string list =
          is_frame_part(value.text) ? input(value.text).frame : value.text;
      at.push_back(slice(part, i == 0 ? list : list + "[0]"));
      continue;
    }
    const Position place = position(part);
    KernelBound fixed{place.loop ? place.loop->index : "", place.offset, {}};
    at.push_back(bound_text(fixed));
  }
  // Turns are summed up down the array.
  const bool turned =
      value.parts.size() == 2 &&
      ((value.parts[0].axes == 2 && value.parts[1].axes == 1) ||
       (value.parts[0].axes == 1 && names_turn(value.parts[1])));
  if (columns() && value.axes == 1) at.push_back("None");
  while (at.size() > 1 && at.back() == ":") at.pop_back();
  std::string text = array;
  if (at.size() > 1 || at[0] != ":") text += "[" + joined(at) + "]";
  return {text + (turned ? ".T" : "")};
}

/// Evaluated once: a name, or a variable of its own.
KernelTerm KernelLines::name_of(const KernelExpr& value, const char* wish) {
  KernelTerm text = expression(value);
  // Of some iterations an item is found by `[at]`.
  const bool looked_up = pick_ && text.text.ends_with(']');
  const bool plain = (value.kind == KernelExpr::Kind::kName && !looked_up &&
                      !truths_.contains(value.text)) ||
                     value.kind == KernelExpr::Kind::kLiteral ||
                     (value.kind == KernelExpr::Kind::kRead && !looked_up &&
                      text.text.find('.') == std::string::npos);
  if (plain) return text;
  return named(text, wish);
}

KernelTerm KernelLines::named(const KernelTerm& term, const char* wish) {
  const std::string name = fresh(wish);
  line(name + " = " + term.text);
  return {name};
}

/// One is of the type that its column has.
bool KernelLines::may_differ(const KernelExpr& a, const KernelExpr& b) {
  return !(a == b) &&
         (a.type == NumberType::kNumber || b.type == NumberType::kNumber);
}

KernelTerm KernelLines::divide(const KernelExpr& value) {
  KernelTerm left = expression(value.parts[0]);
  const KernelExpr& by = value.parts[1];
  const bool literal =
      by.kind == KernelExpr::Kind::kLiteral &&
      by.text.find_first_of("123456789") != std::string::npos &&
      by.text.find_first_of("(eE") == std::string::npos;
  KernelTerm right;
  if (literal) {
    right = expression(by);
  } else {
    right = name_of(by, "divisor");
    if (by.axes == 0) {
      const bool whole = depth_ == outermost_ && stays(by);
      if (!whole || nonzero_.insert(right.text).second) {
        refuse_if(right.text + " == 0");
      }
    } else if (masks_.empty()) {
      refuse_if("not " + np_ + ".all(" + right.text + ")");
    } else {
      if (raises()) {  // where none is asked for, none may warn
        right = named({fmt::format("{}.where({}, {}, 1)", np_, masks_.back(),
                                   right.text)},
                      "divisor");
      }
      masked_division_ = true;
      refuse_if(fmt::format("{}.any({} & ({} == 0))", np_, masks_.back(),
                            right.text));
    }
  }
  return {left.inside(KernelTerm::kProduct) + " " + value.text + " " +
              right.inside(KernelTerm::kProduct + 1),
          KernelTerm::kProduct};
}

std::string KernelLines::also(const std::string& mask) const {
  return masks_.empty() ? mask : masks_.back() + " & " + mask;
}

std::string KernelLines::negated(const std::string& mask) const {
  return np_ + ".logical_not(" + mask + ")";
}

KernelTerm KernelLines::choose(const KernelExpr& value) {
  const KernelTerm condition = name_of(value.parts[0], "mask");
  masks_.push_back(also(condition.text));
  KernelTerm yes = expression(value.parts[1]);
  masks_.pop_back();
  masks_.push_back(also(negated(condition.text)));
  KernelTerm no = expression(value.parts[2]);
  masks_.pop_back();
  if (is_number_of(value.parts[1], "1") && is_number_of(value.parts[2], "0") &&
      sure_axes(value.parts[0]) != 0) {  // an array: the same, much faster
    return {condition.text + ".astype(int)"};
  }
  const bool truths = value.parts[1].type == NumberType::kFlag &&
                      value.parts[2].type == NumberType::kFlag;
  if (truths && !asks_dtypes()) return joined_truths(condition.text, yes, no);
  const bool mixed = value.parts[1].type != value.parts[2].type;
  if (may_differ(value.parts[1], value.parts[2]) || mixed) {
    yes = named(yes, "yes");
    no = named(no, "no");
    value.text == "if" ? need_one_type(yes.text, no.text)
                       : need_both(condition.text, yes.text, no.text);
  }
  return {fmt::format("{}.where({}, {}, {})", np_, condition.text, yes.text,
                      no.text)};
}

// What stands behind `and` is only asked where the first is true.
KernelTerm KernelLines::combine(const KernelExpr& value) {
  const bool both = value.text == "and";
  const KernelTerm left = name_of(value.parts[0], "mask");
  masks_.push_back(also(both ? left.text : negated(left.text)));
  const KernelTerm right = expression(value.parts[1]);
  masks_.pop_back();
  const auto binding = both ? KernelTerm::kBitAnd : KernelTerm::kBitOr;
  return {
      left.inside(binding) + (both ? " & " : " | ") + right.inside(binding + 1),
      binding};
}

// Python's min(a, b) is b only where that is less: NaN and zeros count, but
// not among integers.
KernelTerm KernelLines::limit(const KernelExpr& value) {
  const KernelTerm left = name_of(value.parts[0], "left");
  const KernelTerm right = name_of(value.parts[1], "right");
  const bool integers = value.parts[0].type == NumberType::kInteger &&
                        value.parts[1].type == NumberType::kInteger;
  if (integers && !asks_dtypes() && value.axes != 0) {
    return {fmt::format("{}.{}imum({}, {})", np_, value.text, left.text,
                        right.text)};
  }
  if (may_differ(value.parts[0], value.parts[1])) {
    need_one_type(left.text, right.text);
  }
  return {fmt::format(
      "{0}.where({2} {3} {1}, {2}, {1})", np_, left.inside(KernelTerm::kBitOr),
      right.inside(KernelTerm::kBitOr), value.text == "min" ? "<" : ">")};
}

// Each iteration adds to what the one before has come to.
KernelTerm KernelLines::running_sum(const KernelExpr& value) {
  const std::string start =
      in_strips_ ? strip_before(value.parts[0]) : read(value.parts[0]).text;
  const std::string added = in_order(value.parts[1]);
  const std::string sums = fresh("sums");
  accumulate(sums, value.text == "running +" ? "add" : "subtract", start,
             named({added}, "added").text, is_new(value.parts[1]));
  return {sums + (columns() ? "[:, None]" : "")};
}

// What is multiplied by itself is computed once.
KernelTerm KernelLines::square(const KernelExpr& value) {
  const KernelTerm of = name_of(value.parts[0], "factor");
  return {of.inside(KernelTerm::kProduct) + " * " +
              of.inside(KernelTerm::kProduct + 1),
          KernelTerm::kProduct};
}

KernelTerm KernelLines::root(const KernelExpr& value) {
  if (never_below_zero(value.parts[0])) {
    return {fmt::format("{}.sqrt({})", np_, expression(value.parts[0]).text)};
  }
  const KernelTerm of = name_of(value.parts[0], "square");
  const std::string test = of.inside(KernelTerm::kBitOr) + " < 0";
  refuse_if(masks_.empty()
                ? fmt::format("{}.any({})", np_, test)
                : fmt::format("{}.any({} & ({}))", np_, masks_.back(), test));
  return {fmt::format("{}.sqrt({})", np_, of.text)};
}

// NumPy multiplies, and asks for roots; pow() takes ten times as long.
KernelTerm KernelLines::power(const KernelExpr& value) {
  const KernelTerm of = expression(value.parts[0]);
  const std::string& exponent = value.parts[1].text;
  const bool floats = value.parts[0].type == NumberType::kFloat;
  if (floats && (exponent == "2" || exponent == "2.0")) {
    return {fmt::format("{}.square({})", np_, of.text)};
  }
  if (floats && exponent == "0.5") {
    return {fmt::format("{}.sqrt({})", np_, of.text)};
  }
  return {fmt::format("{}.float_power({}, {})", np_, of.text,
                      expression(value.parts[1]).text)};
}

// With other last digits than Python's. Where that raises it is not finite.
KernelTerm KernelLines::inexact(const KernelExpr& value) {
  const advisor::MathFunction* known = advisor::math_function(value.text);
  KernelTerm made;
  if (known) {
    std::string given;
    for (const KernelExpr& part : value.parts) {
      given += (given.empty() ? "" : ", ") + expression(part).text;
    }
    made = {fmt::format("{}.{}({})", np_, known->by_arrays, given)};
  } else {
    made = power(value);
  }
  if (known && !known->raises) return made;
  masked_division_ = true;  // of zero: nothing is to be warned of
  made = named(made, "number");
  const std::string finite = fmt::format("{}.isfinite({})", np_, made.text);
  refuse_if(masks_.empty() ? fmt::format("not {}.all({})", np_, finite)
                           : fmt::format("{}.any({} & {})", np_, masks_.back(),
                                         negated(finite)));
  return made;
}

KernelTerm KernelLines::unary(const KernelExpr& value) {
  const KernelTerm of = expression(value.parts[0]);
  if (value.text == "not") return {negated(of.text)};
  if (value.text == "neg") {
    return {"-" + of.inside(KernelTerm::kUnary), KernelTerm::kUnary};
  }
  if (value.text == "missing")
    return {fmt::format("{}.isna({})", pd_, of.text)};
  if (value.text != "float") {  // abs, fabs, isnan
    return {fmt::format("{}.{}({})", np_, value.text, of.text)};
  }
  if (value.parts[0].type == NumberType::kFloat) return of;
  return {fmt::format("{}.float64({})", np_, of.text)};
}

/// A list, made once of a column.
std::string KernelLines::keys_of(const KernelExpr& value, const KernelTerm& key,
                                 const char* wish) {
  const bool column = value.kind == KernelExpr::Kind::kRead;
  const auto known = keys_.find(key.text);
  if (column && known != keys_.end()) return known->second;
  const std::string keys = fresh(wish);
  line(keys + " = " + key.inside(KernelTerm::kAtom) + ".tolist()");
  if (value.type == NumberType::kText) {
    refuse_if(fmt::format("not {{*map(type, {})}} <= {{str}}", keys));
  }
  if (column) keys_[key.text] = keys;
  return keys;
}

// `rates[row.kind]`: the keys are looked up one by one, as Python does.
KernelTerm KernelLines::lookup(const KernelExpr& value) {
  const std::string& dict = value.parts[0].text;
  const KernelTerm key = expression(value.parts[1]);
  const std::string keys = keys_of(value.parts[1], key, "keys");
  const std::string each = fresh("key");
  const std::string within =
      fmt::format("{}.array([{} in {} for {} in {}], dtype=bool)", np_, each,
                  dict, each, keys);
  if (value.text == "within") return {within};
  std::string otherwise;
  if (value.parts.size() == 3) {
    otherwise = expression(value.parts[2]).text;
    refuse_if(fmt::format("{{type({})}} != {{*map(type, {}.values())}}",
                          otherwise, dict));
  } else if (masks_.empty()) {
    refuse_if(fmt::format("not {}.keys() >= {{*{}}}", dict, keys));
  } else {
    refuse_if(
        fmt::format("{}.any({} & {})", np_, masks_.back(), negated(within)));
    otherwise =
        named({fmt::format("next(iter({}.values()))", dict)}, "other").text;
  }
  const std::string got =
      otherwise.empty() ? fmt::format("{}[{}]", dict, each)
                        : fmt::format("{}.get({}, {})", dict, each, otherwise);
  return named(
      {fmt::format("{}.array([{} for {} in {}]{})", np_, got, each, keys,
                   value.type == NumberType::kText ? ", dtype=object" : "")},
      "found");
}

KernelTerm KernelLines::text_item(const KernelExpr& value, TextLoop& loop) {
  if (value.kind == KernelExpr::Kind::kLiteral) return {value.text};
  if (advisor::is_text_operation(value)) {
    const KernelTerm first = text_item(value.parts[0], loop);
    if (value.text == "length") return {"len(" + first.text + ")"};
    if (value.parts.size() == 1 && value.type == NumberType::kFlag &&
        !value.text.starts_with('.')) {  // in a list of texts
      return {first.inside(KernelTerm::kBitOr) + " " + value.text,
              KernelTerm::kCompare};
    }
    if (value.parts.size() == 1) {
      return {first.inside(KernelTerm::kAtom) + value.text};
    }
    const KernelTerm second = text_item(value.parts[1], loop);
    if (value.text == "joined") {
      return {first.inside(KernelTerm::kSum) + " + " +
                  second.inside(KernelTerm::kProduct),
              KernelTerm::kSum};
    }
    return {
        first.text + " " + value.text + " " + second.inside(KernelTerm::kBitOr),
        KernelTerm::kCompare};
  }
  const std::string list = keys_of(value, {whole_shape(value)}, "texts");
  const auto known = std::find(loop.lists.begin(), loop.lists.end(), list);
  if (known != loop.lists.end()) {
    return {loop.items[static_cast<std::size_t>(known - loop.lists.begin())]};
  }
  loop.lists.push_back(list);
  loop.items.push_back(fresh("text"));
  return {loop.items.back()};
}

// One text after the other, as Python does.
KernelTerm KernelLines::text_operation(const KernelExpr& value) {
  ++result_.conversions;
  way(1);
  TextLoop loop;
  const std::string item = text_item(value, loop).text;
  const std::string through = loop.lists.size() == 1
                                  ? loop.lists[0]
                                  : "zip(" + joined(loop.lists) + ")";
  const char* type = value.type == NumberType::kText   ? "object"
                     : value.type == NumberType::kFlag ? "bool"
                                                       : "\"int64\"";
  const char* wish = value.type == NumberType::kText   ? "made"
                     : value.type == NumberType::kFlag ? "found"
                                                       : "counted";
  return named({fmt::format("{}.array([{} for {} in {}], dtype={})", np_, item,
                            joined(loop.items), through, type)},
               wish);
}

KernelTerm KernelLines::operation(const KernelExpr& value) {
  const std::string& name = value.text;
  if (value.axes != 0) {
    ++result_.operations;
    work(weight_of(value));
  }
  if (name == "/" || name == "//" || name == "%") return divide(value);
  if (name == "if" || name == "either") return choose(value);
  if (name == "and" || name == "or") return combine(value);
  if (name == "min" || name == "max") return limit(value);
  if (name == "sqrt") return root(value);
  if (name == "power" || name.starts_with("math.")) return inexact(value);
  if (advisor::is_running_sum(value)) return running_sum(value);
  if (name == "lookup" || name == "within") return lookup(value);
  if (advisor::is_text_operation(value)) return text_operation(value);
  if (value.parts.size() == 1) return unary(value);
  const bool twice = name == "*" && value.parts[0] == value.parts[1] &&
                     value.parts[0].kind == KernelExpr::Kind::kOperation;
  if (twice) return square(value);
  const KernelTerm first = expression(value.parts[0]);
  const KernelTerm second = expression(value.parts[1]);
  if (value.type == NumberType::kFlag) {
    return {first.inside(KernelTerm::kBitOr) + " " + name + " " +
                second.inside(KernelTerm::kBitOr),
            KernelTerm::kCompare};
  }
  const auto binding = name == "*" ? KernelTerm::kProduct : KernelTerm::kSum;
  return {first.inside(binding) + " " + name + " " + second.inside(binding + 1),
          binding};
}

KernelTerm KernelLines::expression(const KernelExpr& value) {
  switch (value.kind) {
    case KernelExpr::Kind::kLiteral:
      return {value.text};
    case KernelExpr::Kind::kName:
      if (truths_.contains(value.text)) return number_of_truth(value.text);
      return {pick_ ? picked_name(value) : variable(value.text)};
    case KernelExpr::Kind::kRead:
      return read(value);
    case KernelExpr::Kind::kOperation:
      floats_ = true;
      return operation(value);
  }
  return {};
}

/// Of the array that it is for certain: not all that may differ are arrays.
std::uint32_t KernelLines::sure_axes(const KernelExpr& value) const {
  const bool slices = value.kind == KernelExpr::Kind::kRead &&
                      std::none_of(value.parts.begin(), value.parts.end(),
                                   advisor::is_computed_index);
  if (slices || advisor::is_running_sum(value)) return value.axes;
  if (value.kind == KernelExpr::Kind::kName) {
    if (pick_ && value.text == kernel_.loop.index) return 1;
    const auto known = sure_.find(value.text);
    return known == sure_.end() ? 0 : known->second;
  }
  std::uint32_t axes = 0;
  for (const KernelExpr& part : value.parts) axes |= sure_axes(part);
  return axes;
}

}  // namespace ppp::rewrite
