// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>
#include <string_view>

#include "advisor/kernel_math.h"
#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

KernelExpr computed(std::string_view name, NumberType type,
                    std::vector<KernelExpr> parts) {
  KernelExpr made{KernelExpr::Kind::kOperation, std::string(name), type, 0,
                  std::move(parts)};
  for (const KernelExpr& part : made.parts) {
    made.axes |= part.axes;
    made.maker = std::max(made.maker, part.maker);
  }
  // Python's own, whatever they are given.
  static const std::set<std::string_view> plain = {"not", "float", "fabs",
                                                   "sqrt", "isnan"};
  if (plain.contains(name) || name.starts_with("math."))
    made.maker = NumberMaker::kPython;
  // One of their parts.
  static const std::set<std::string_view> choose = {"and", "or", "min", "max"};
  if (choose.contains(name)) {
    made.maker = made.parts[0].maker;
    for (const KernelExpr& part : made.parts) {
      made.maker = either_maker(made.maker, part.maker);
    }
  }
  return made;
}

KernelExpr variable(std::string name, NumberType type, std::uint32_t axes) {
  return {KernelExpr::Kind::kName, std::move(name), type, axes, {}};
}

/// The names that `value` is the sum of, and the number that it adds to them.
bool add_terms(const KernelExpr& value, int sign,
               std::vector<const KernelExpr*>& names, std::int64_t& offset) {
  if (value.kind == KernelExpr::Kind::kName) {
    names.push_back(&value);
    return sign > 0;
  }
  constexpr std::size_t kShort = 9;
  if (value.kind == KernelExpr::Kind::kLiteral) {
    if (value.text.size() > kShort ||
        value.text.find_first_not_of("0123456789") != std::string::npos) {
      return false;
    }
    offset += sign * std::stoll(value.text);
    return true;
  }
  const bool sum = value.kind == KernelExpr::Kind::kOperation &&
                   (value.text == "+" || value.text == "-");
  return sum && add_terms(value.parts[0], sign, names, offset) &&
         add_terms(value.parts[1], value.text == "+" ? sign : -sign, names,
                   offset);
}

/// What NumPy or Numba computes to other last bits than Python, and why.
std::string other_bits(std::string_view function, bool in_order) {
  return std::string(in_order ? "Numba's `" : "NumPy's `") +
         std::string(function) +
         "` may give other last digits than Python's, depending on its version "
         "and the processor";
}

/// What only a compiler is given: NumPy has it otherwise or not at all.
bool only_in_order(std::string_view op) {
  return op == "&" || op == "|" || op == "^" || op == "<<" || op == ">>";
}

/// The atoms of numbers, if `value` is nothing else.
std::optional<std::set<std::string_view>> atoms_of(const Heap& heap,
                                                   const Value& value) {
  std::set<std::string_view> names;
  for (ObjectId id : value) {
    const Object& object = heap.at(id);
    if (object.kind != Kind::kAtom) return std::nullopt;
    names.insert(object.name);
  }
  if (names.empty()) return std::nullopt;
  return names;
}

/// The type to expect, and whether the program has to be asked.
struct Expected {
  NumberType type = NumberType::kFloat;
  bool asked = false;
};

std::optional<Expected> expected_type(const Heap& heap, const Value& value) {
  const auto atoms = atoms_of(heap, value);
  if (!atoms) return std::nullopt;
  const bool one = atoms->size() == 1;
  if (atoms->contains("float")) return Expected{NumberType::kFloat, !one};
  if (atoms->contains("int")) return Expected{NumberType::kInteger, !one};
  if (atoms->contains("bool") && one) return Expected{NumberType::kFlag, false};
  return std::nullopt;
}

/// Items of arrays may be called floats by what is known, and print otherwise.
bool imports_numpy(const Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const SourceFile& file) {
                       return file.text().find("numpy") != std::string::npos ||
                              file.text().find("pandas") != std::string::npos;
                     });
}

}  // namespace

Value items_of(const Heap& heap, const Value& lists) {
  Value items;
  for (ObjectId id : lists) {
    for (const auto& [field, value] : heap.at(id).fields) {
      if (field.starts_with('[')) items.add(value);
    }
  }
  return items;
}

bool KernelReader::refuse(Node node, std::string id, std::string message) {
  if (!reason_) {
    reason_ = Reason{std::move(id),
                     std::move(message),
                     {trial_.loop.source->span(node.range())}};
  }
  return false;
}

bool KernelReader::not_understood(Node node) {
  return refuse(node, "not-arithmetic",
                "`" + std::string(node.text().substr(0, 60)) + "` on line " +
                    std::to_string(node.line()) +
                    " is not understood as arithmetic on numbers");
}

KernelReader::Expr KernelReader::expression(Node node) {
  if (node.is("parenthesized_expression")) return expression(node.child(0));
  if (column_read(node)) return column(node, NumberType::kNumber);
  if (const auto date = date_read(node)) return date_field(*date, node);
  if (node.is("string") && !kernel_.in_order) return text(node);
  if (is_of_text(node)) return of_text(node);
  if (node.is("integer") || node.is("float")) return number(node);
  if (node.is("true") || node.is("false")) {
    return KernelExpr{KernelExpr::Kind::kLiteral,
                      std::string(node.text()),
                      NumberType::kFlag,
                      0,
                      {}};
  }
  if (node.is("identifier")) return name(node);
  if (node.is("unary_operator")) return unary(node);
  if (node.is("binary_operator")) return binary(node);
  if (node.is("comparison_operator")) return comparison(node);
  if (node.is("boolean_operator") || node.is("not_operator")) {
    return logic(node);
  }
  if (node.is("conditional_expression")) return choice(node);
  if (auto length = array_length(node)) return length;
  if (node.is("call")) return call(node);
  if (node.is("subscript") && framed() && may_be_dict(node.field("value"))) {
    const std::vector<Node> given = node.fields("subscript");
    if (given.size() == 1) return lookup(node.field("value"), given[0], Node());
  }
  if (cell_ && node.text() == cell_->text) {
    const KernelExpr& value = locals_.at(cell_->name).value;
    KernelExpr made = variable(cell_->name, value.type, value.axes);
    made.maker = value.maker;
    return made;
  }
  if (array_of_item(node)) return array_item(node);
  if (Expr of_tuple = tuple_item(node); of_tuple || reason_) return of_tuple;
  if (node.is("subscript")) return item(node);
  not_understood(node);
  return std::nullopt;
}

KernelReader::Expr KernelReader::number(Node node) {
  const std::string text(node.text());
  const bool whole = node.is("integer");
  constexpr std::size_t kShort = 15;  // 60 bits
  const bool based = kernel_.in_order && whole && text.size() <= 2 + kShort &&
                     (text.starts_with("0x") || text.starts_with("0X")) &&
                     text.find('_') == std::string::npos;
  if (!based &&
      (text.find_first_of("jJlL") != std::string::npos ||
       (whole && text.find_first_not_of("0123456789") != std::string::npos))) {
    not_understood(node);
    return std::nullopt;
  }
  constexpr double kWide = 1e18;
  if (kernel_.in_order && whole && std::strtod(text.c_str(), nullptr) > kWide) {
    refuse(node, "wide-integers", "`" + text + "` is too wide for 64 bits");
    return std::nullopt;
  }
  return KernelExpr{KernelExpr::Kind::kLiteral,
                    text,
                    whole ? NumberType::kInteger : NumberType::kFloat,
                    0,
                    {}};
}

KernelReader::Expr KernelReader::name(Node node) {
  const auto local = locals_.find(node.text());
  if (local != locals_.end()) {
    const KernelExpr& value = local->second.value;
    if (local->second.kind == Local::Kind::kNumber) {
      KernelExpr made =
          variable(std::string(node.text()), value.type, value.axes);
      made.maker = value.maker;
      return made;
    }
    if (local->second.kind == Local::Kind::kValue) return value;
    if (local->second.kind == Local::Kind::kElement) {
      reads_.push_back({value.text, node, value.parts, 0});  // at the head
      return value;
    }
    not_understood(node);
    return std::nullopt;
  }
  if (kernel_.in_order && !function_ && bound_.contains(node.text())) {
    return carried_number(node);
  }
  if (bound_.contains(node.text())) {
    refuse(node, "carried-value",
           "`" + std::string(node.text()) + "`, read on line " +
               std::to_string(node.line()) +
               ", comes from an earlier iteration");
    return std::nullopt;
  }
  return captured(node);
}

// What a function of the module reads by that name is another variable where
// the loop stands.
bool KernelReader::hidden(const std::string& name) const {
  if (!function_) return false;
  return trial_.loop.function
             ? scope_names(trial_.loop.function).locals.contains(name)
             : loop_bound_.contains(name);
}

KernelReader::Expr KernelReader::captured(Node node) {
  const std::string name(node.text());
  if (!bound_before(trial_, name)) {
    refuse(node, "perhaps-unbound",
           "`" + name + "` may not be bound where the loop starts");
    return std::nullopt;
  }
  if (hidden(name)) {
    not_understood(node);
    return std::nullopt;
  }
  auto expected = expected_type(trial_.interpreter.heap(),
                                trial_.interpreter.value_of(node));
  if (const auto type = constant_type(name); type && kernel_.in_order) {
    expected = Expected{*type, true};
  }
  if (!expected && !kernel_.in_order &&
      (function_ || (asks() && may_be_number(node)))) {
    return asked_number(name);
  }
  if (!expected) {
    refuse(node, "unknown-number",
           "`" + name + "`, read on line " + std::to_string(node.line()) +
               ", is not known to be a number");
    return std::nullopt;
  }
  if (asks() && expected->asked && expected->type == NumberType::kFloat) {
    return asked_number(name);
  }
  if (!input(name)) {
    kernel_.inputs.push_back({name, KernelInput::Kind::kScalar, expected->type,
                              expected->asked || imports_numpy(trial_.project),
                              true});
  }
  return variable(name, expected->type, 0);
}

/// From around the loop, an int or a float.
KernelReader::Expr KernelReader::asked_number(const std::string& name) {
  if (!input(name)) {
    kernel_.inputs.push_back(
        {name, KernelInput::Kind::kScalar, NumberType::kNumber, true, true});
  }
  KernelExpr made = variable(name, input(name)->type, 0);
  if (arrayed_) made.maker = NumberMaker::kUnclear;
  return made;
}

std::optional<NumberType> KernelReader::known_type(Node name) const {
  const auto expected = expected_type(trial_.interpreter.heap(),
                                      trial_.interpreter.value_of(name));
  if (!expected) return std::nullopt;
  return expected->type;
}

/// What all of them are expected to be; `asked`: the program is asked for that.
std::optional<NumberType> KernelReader::number_type(const Value& held,
                                                    bool& asked) const {
  const auto expected = expected_type(trial_.interpreter.heap(), held);
  if (!expected) return std::nullopt;
  asked = expected->asked || imports_numpy(trial_.project);
  return expected->type;
}

bool KernelReader::one_type(Node name) const {
  return !expected_type(trial_.interpreter.heap(),
                        trial_.interpreter.value_of(name))
              ->asked &&
         !imports_numpy(trial_.project);
}

KernelInput* KernelReader::input(const std::string& name) {
  auto& inputs = kernel_.inputs;
  const auto found =
      std::find_if(inputs.begin(), inputs.end(),
                   [&](const KernelInput& one) { return one.name == name; });
  return found == inputs.end() ? nullptr : &*found;
}

const KernelInput* KernelReader::input(const std::string& name) const {
  const auto& inputs = kernel_.inputs;
  const auto found =
      std::find_if(inputs.begin(), inputs.end(),
                   [&](const KernelInput& one) { return one.name == name; });
  return found == inputs.end() ? nullptr : &*found;
}

KernelReader::Expr KernelReader::unary(Node node) {
  Expr value = expression(node.field("argument"));
  if (!value) return std::nullopt;
  const std::string_view op = node.field("operator").text();
  const bool inverts =
      op == "~" && kernel_.in_order && value->type == NumberType::kInteger;
  if (!is_number(value->type) || (op != "-" && op != "+" && !inverts)) {
    not_understood(node);
    return std::nullopt;
  }
  if (inverts) return computed("invert", value->type, {*value});
  if (op == "+") return value;
  return computed("neg", value->type, {*value});
}

KernelReader::Expr KernelReader::binary(Node node) {
  Expr left = expression(node.field("left"));
  if (!left) return std::nullopt;
  Expr right = expression(node.field("right"));
  if (!right) return std::nullopt;
  return arithmetic(node, node.field("operator").text(), std::move(*left),
                    std::move(*right));
}

KernelReader::Expr KernelReader::arithmetic(Node node, std::string_view op,
                                            KernelExpr left, KernelExpr right) {
  static const std::set<std::string_view> known = {"+", "-",  "*",
                                                   "/", "//", "%"};
  if (left.type == NumberType::kText || right.type == NumberType::kText) {
    not_understood(node);
    return std::nullopt;
  }
  if (left.type == NumberType::kFlag || right.type == NumberType::kFlag) {
    refuse(node, "flag-arithmetic",
           "arithmetic with True and False on line " +
               std::to_string(node.line()) + " means something else to NumPy");
    return std::nullopt;
  }
  if (op == "**") {
    if (Expr constant = power_of_two(left, right)) return constant;
    if (Expr power = literal_power(node, left, right)) return power;
    refuse(node, kernel_.in_order ? "numba-differs" : "numpy-differs",
           "`" + std::string(node.text()) + "` on line " +
               std::to_string(node.line()) + ": " +
               other_bits("power", kernel_.in_order));
    reason_->remedy =
        "a product, `x * x`, is the same in both, but not always what `x ** 2` "
        "gives";
    return std::nullopt;
  }
  const bool whole = left.type == NumberType::kInteger &&
                     right.type == NumberType::kInteger && op != "/";
  if (!known.contains(op) &&
      !(kernel_.in_order && whole && only_in_order(op))) {
    not_understood(node);
    return std::nullopt;
  }
  NumberType type = left.type == right.type ? left.type : NumberType::kNumber;
  const bool floats =
      left.type == NumberType::kFloat || right.type == NumberType::kFloat;
  if (floats || op == "/") type = NumberType::kFloat;
  return computed(op, type, {std::move(left), std::move(right)});
}

// `2**40`, for a compiler, which knows it before the loop begins.
KernelReader::Expr KernelReader::power_of_two(const KernelExpr& base,
                                              const KernelExpr& power) const {
  constexpr double kMost = 60;
  const bool fits =
      kernel_.in_order && base.kind == KernelExpr::Kind::kLiteral &&
      power.kind == KernelExpr::Kind::kLiteral && base.text == "2" &&
      power.type == NumberType::kInteger &&
      power.text.find_first_not_of("0123456789") == std::string::npos &&
      std::strtod(power.text.c_str(), nullptr) <= kMost;
  if (!fits) return std::nullopt;
  KernelExpr constant = base;
  constant.text += "**" + power.text;
  return constant;
}

// `x ** 2`, `x ** -0.5`. What an exponent that is computed may be to a
// compiler, nobody knows.
KernelReader::Expr KernelReader::literal_power(Node node,
                                               const KernelExpr& base,
                                               const KernelExpr& power) {
  constexpr double kMost = 64;
  const KernelExpr* exponent = &power;
  const bool below = power.kind == KernelExpr::Kind::kOperation &&
                     power.text == "neg" && power.parts.size() == 1;
  if (below) exponent = &power.parts[0];
  const std::string& digits = exponent->text;
  const bool fits =
      exponent->kind == KernelExpr::Kind::kLiteral &&
      base.type != NumberType::kNumber && !digits.empty() &&
      digits.find_first_not_of("0123456789.") == std::string::npos &&
      std::strtod(digits.c_str(), nullptr) <= kMost;
  if (!fits) return std::nullopt;
  const bool whole = base.type == NumberType::kInteger &&
                     power.type == NumberType::kInteger && !below;
  if (!kernel_.in_order && (whole || !tolerated(node))) return std::nullopt;
  return computed("power", whole ? NumberType::kInteger : NumberType::kFloat,
                  {base, power});
}

/// It may have other last digits by arrays.
bool KernelReader::tolerated(Node node) {
  if (!trial_.loop.tolerant) return false;
  kernel_.inexact.push_back("`" + std::string(node.text()) + "` on line " +
                            std::to_string(node.line()));
  return true;
}

KernelReader::Expr KernelReader::comparison(Node node) {
  const std::span<const Node> operands = node.children();
  const std::vector<Node> ops = node.fields("operators");
  if (auto found = text_comparison(node)) return found;
  if (auto found = listed_numbers(node)) return found;
  std::vector<KernelExpr> values;
  const int chained = operands.size() > 2 ? 1 : 0;
  shielded_ += chained;
  for (Node operand : operands) {
    Expr value = expression(operand);
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
  }
  shielded_ -= chained;
  Expr all;
  for (std::size_t i = 0; i + 1 < values.size() && i < ops.size(); ++i) {
    static const std::set<std::string_view> known = {"<",  "<=", ">",
                                                     ">=", "==", "!="};
    const bool numbers =
        is_number(values[i].type) && is_number(values[i + 1].type);
    if (!known.contains(ops[i].text()) || !numbers) {
      not_understood(node);
      return std::nullopt;
    }
    KernelExpr one =
        computed(ops[i].text(), NumberType::kFlag, {values[i], values[i + 1]});
    all = all ? computed("and", NumberType::kFlag, {*all, one}) : one;
  }
  return all;
}

KernelReader::Expr KernelReader::logic(Node node) {
  std::vector<KernelExpr> parts;
  ++shielded_;
  for (Node part : node.children()) {
    Expr value = condition(part);
    if (!value) return std::nullopt;
    if (value->type != NumberType::kFlag) {
      not_understood(node);
      return std::nullopt;
    }
    parts.push_back(std::move(*value));
  }
  --shielded_;
  const std::string_view name =
      node.is("not_operator") ? "not" : node.field("operator").text();
  return computed(name, NumberType::kFlag, std::move(parts));
}

KernelReader::Expr KernelReader::choice(Node node) {
  const std::span<const Node> parts = node.children();
  if (parts.size() != 3) {
    not_understood(node);
    return std::nullopt;
  }
  Expr asked = condition(parts[1]);
  if (!asked) return std::nullopt;
  ++shielded_;
  Expr yes = expression(parts[0]);
  if (!yes) return std::nullopt;
  Expr no = expression(parts[2]);
  if (!no) return std::nullopt;
  --shielded_;
  const std::optional<NumberType> type = common_type(*yes, *no);
  if (asked->type != NumberType::kFlag || !type) {
    refuse(node, "mixed-types",
           "`" + std::string(node.text()) + "` on line " +
               std::to_string(node.line()) +
               " is not of one type, or not asked of a comparison");
    return std::nullopt;
  }
  const NumberMaker maker = either_maker(yes->maker, no->maker);
  KernelExpr made = computed("if", *type, {*asked, *yes, *no});
  made.maker = maker;
  return made;
}

std::string KernelReader::library_name(Node callee) const {
  const Value value = trial_.interpreter.value_of(callee);
  if (value.size() != 1) return "";
  const Object& object = trial_.interpreter.heap().at(*value.begin());
  const bool library = object.kind == Kind::kLibraryFunction ||
                       object.kind == Kind::kLibraryType;
  if (!library) return "";
  return object.name.find('.') == std::string::npos ? "builtins." + object.name
                                                    : object.name;
}

// `float("inf")`, what a search for the least begins with. Nothing: it is
// another call.
std::optional<KernelExpr> KernelReader::infinity(Node arguments) {
  static const std::set<std::string_view> spelled = {"\"inf\"", "'inf'",
                                                     "\"-inf\"", "'-inf'"};
  if (arguments.children().size() != 1 ||
      !spelled.contains(arguments.child(0).text())) {
    return std::nullopt;
  }
  const bool below = arguments.child(0).text().find('-') != std::string::npos;
  return KernelExpr{KernelExpr::Kind::kLiteral,
                    below ? "float(\"-inf\")" : "float(\"inf\")",
                    NumberType::kFloat,
                    0,
                    {}};
}

KernelReader::Expr KernelReader::call(Node node) {
  const Node arguments = node.field("arguments");
  const Node callee = node.field("function");
  const std::string function =
      function_ ? name_in_function(callee) : library_name(callee);
  if (framed() && callee.field("attribute").text() == "get" &&
      arguments.children().size() == 2 && may_be_dict(callee.field("object"))) {
    return lookup(callee.field("object"), arguments.child(0),
                  arguments.child(1));
  }
  if (function == "builtins.len" && is_text_length(node)) {
    return text_length(node);
  }
  if (function.empty() && (!kernel_.in_order || current_)) {
    return framed() && callee.is("attribute")
               ? missing(node)
               : inlined(node, /*given_back=*/false);
  }
  if (!arguments.is("argument_list") || function.empty()) {
    not_understood(node);
    return std::nullopt;
  }
  if (function == "builtins.float" && !kernel_.in_order) {
    if (Expr endless = infinity(arguments)) return endless;
  }
  std::vector<KernelExpr> parts;
  for (Node argument : arguments.children()) {
    if (function == "builtins.len" && !function_) return length(node);
    Expr value = expression(argument);
    if (!value) return std::nullopt;
    if (!is_number(value->type)) {
      not_understood(node);
      return std::nullopt;
    }
    parts.push_back(std::move(*value));
  }
  if (parts.size() == 1 && function == "builtins.abs") {
    const NumberType type = parts[0].type;
    return computed("abs", type, std::move(parts));
  }
  if (parts.size() == 1 && function == "builtins.float") {
    return computed("float", NumberType::kFloat, std::move(parts));
  }
  if (parts.size() == 1 && function == "math.isnan") {
    return computed("isnan", NumberType::kFlag, std::move(parts));
  }
  if (parts.size() == 1 && function == "math.fabs") {
    return computed("fabs", NumberType::kFloat, std::move(parts));
  }
  if (parts.size() == 1 && function == "math.sqrt") {
    return computed("sqrt", NumberType::kFloat, std::move(parts));
  }
  if (parts.size() == 1 && function == "numpy.sqrt" && arrayed_) {
    KernelExpr root = computed("sqrt", NumberType::kFloat, std::move(parts));
    root.maker = NumberMaker::kNumPy;
    return root;
  }
  const bool least = function == "builtins.min";
  if (parts.size() >= 2 && (least || function == "builtins.max")) {
    return extreme(node, least ? "min" : "max", std::move(parts));
  }
  if (parts.size() == 1 && kernel_.in_order) {
    if (Expr whole = whole_part(function, parts[0])) return whole;
  }
  const MathFunction* const known = math_function(function);
  if (known && known->arguments == parts.size() &&
      (kernel_.in_order || (!known->by_arrays.empty() && tolerated(node)))) {
    return computed(function, NumberType::kFloat, std::move(parts));
  }
  if (function.starts_with("math.") || function.starts_with("cmath.")) {
    const bool in_order = kernel_.in_order;
    refuse(node, in_order ? "numba-differs" : "numpy-differs",
           "`" + function + "` on line " + std::to_string(node.line()) + ": " +
               other_bits(function.substr(function.find('.') + 1), in_order));
    return std::nullopt;
  }
  not_understood(node);
  return std::nullopt;
}

// `min(a, b, c)` compares as `min(min(a, b), c)` does.
KernelReader::Expr KernelReader::extreme(Node node, std::string_view name,
                                         std::vector<KernelExpr> parts) {
  KernelExpr found = std::move(parts[0]);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::optional<NumberType> type = common_type(found, parts[i]);
    if (!type) {
      not_understood(node);
      return std::nullopt;
    }
    found = computed(name, *type, {std::move(found), std::move(parts[i])});
  }
  return found;
}

// `int(x)`, `math.floor(x)` and the like.
KernelReader::Expr KernelReader::whole_part(std::string_view function,
                                            const KernelExpr& of) const {
  static const std::map<std::string_view, std::string_view> known = {
      {"builtins.int", "int"},
      {"math.trunc", "int"},
      {"math.floor", "floor"},
      {"math.ceil", "ceil"}};
  const auto found = known.find(function);
  if (found == known.end()) return std::nullopt;
  if (of.type == NumberType::kInteger) return of;
  return computed(found->second, NumberType::kInteger, {of});
}

// `len(xs)`, `len(rows[0])`, `len(row)`: all rows have the same length.
KernelReader::Expr KernelReader::length(Node call) {
  Node list = call.field("arguments").child(0);
  std::string text(list.text());
  measured_.insert(text);
  const bool once =
      trial_.loop.node.field("right").range().contains(call.range());
  if (!once) lengths_.push_back(call);
  if (is_row(list)) {
    text = locals_.find(list.text())->second.value.text + "[0]";
  } else if (list.is("subscript")) {
    const Expr row = row_or_item(list, /*row=*/true);
    if (!row) return std::nullopt;
    // In order the row itself is asked: there may be none.
    if (kernel_.in_order) {
      return computed("len", NumberType::kInteger, {*row});
    }
    if (!need_row(*row)) {
      not_understood(call);
      return std::nullopt;
    }
    text = row->text + "[0]";
  } else if (const std::string frame = measured_frame(call);
             framed() && !frame.empty()) {
    add_frame(frame);
    text = frame;
  } else if (!add_list(list, KernelInput::Kind::kList, false)) {
    return std::nullopt;
  }
  return KernelExpr{KernelExpr::Kind::kLiteral,
                    "len(" + text + ")",
                    NumberType::kInteger,
                    0,
                    {}};
}

// A row that is only named or measured must be there as well; the first one is,
// as all are asked for their length. False: it cannot be asked here.
bool KernelReader::need_row(const KernelExpr& row) {
  if (row.parts[0].kind == KernelExpr::Kind::kLiteral &&
      row.parts[0].text == "0") {
    return true;
  }
  if (!current_) return false;
  KernelStep step;
  step.kind = KernelStep::Kind::kRow;
  step.value = row;
  current_->push_back(std::move(step));
  return true;
}

// `i + a - 1`, i of an axis and a of a loop in order whose range begins with a
// literal, as "i", "a" and a number.
std::optional<KernelExpr> KernelReader::moved_index(
    const KernelExpr& value) const {
  std::vector<const KernelExpr*> names;
  std::int64_t offset = 0;
  if (value.type != NumberType::kInteger || !add_terms(value, 1, names, offset))
    return std::nullopt;
  if (names.size() != 2) return std::nullopt;
  const auto first = counting_.find(names[0]->text);
  const auto second = counting_.find(names[1]->text);
  if (first == counting_.end() || second == counting_.end()) {
    return std::nullopt;
  }
  const bool turned = first->second.axis < 0;
  const KernelLoop& axis = (turned ? second : first)->second;
  const KernelLoop& turns = (turned ? first : second)->second;
  const std::string& turned_to = turns.stop.text;
  const bool known = turned_to.empty()
                         ? turns.stop.offset > turns.start.offset
                         : input(turned_to) || turned_to.starts_with("len(");
  if (axis.axis < 0 || turns.axis >= 0 || !turns.start.text.empty() || !known ||
      uneven_.contains(turns.index)) {
    return std::nullopt;
  }
  KernelExpr sum = computed("+", NumberType::kInteger,
                            {*names[turned ? 1 : 0], *names[turned ? 0 : 1]});
  const KernelExpr number{KernelExpr::Kind::kLiteral,
                          std::to_string(std::abs(offset)),
                          NumberType::kInteger,
                          0,
                          {}};
  return computed(offset < 0 ? "-" : "+", NumberType::kInteger,
                  {std::move(sum), number});
}

// A name of a loop that counts, or one of an axis plus or minus a number, or a
// literal; for arrays also what is computed for each iteration.
std::optional<KernelExpr> KernelReader::index(Node node) {
  const bool tallies = std::exchange(tallies_, false);  // not of one in it
  Expr value = expression(node);
  if (!value) return std::nullopt;
  tallies_ = tallies;
  if (kernel_.in_order && value->type == NumberType::kInteger) return value;
  const KernelExpr* base = &*value;
  if (value->kind == KernelExpr::Kind::kOperation &&
      (value->text == "+" || value->text == "-") &&
      value->parts[1].kind == KernelExpr::Kind::kLiteral) {
    base = &value->parts[0];
  }
  // How far one goes whose range changes is not known at the start.
  const bool counts = base->kind == KernelExpr::Kind::kName &&
                      counting_.contains(base->text) &&
                      !uneven_.contains(base->text);
  const bool fixed = value->kind == KernelExpr::Kind::kLiteral &&
                     value->text.find('(') == std::string::npos;
  const bool known = value->type == NumberType::kInteger && (counts || fixed);
  if (!known) {
    if (auto moved = moved_index(*value)) return moved;
    // Of an array: whether they are ints is asked.
    const bool asked = tallies_ && value->type == NumberType::kNumber &&
                       value->maker == NumberMaker::kNumPy &&
                       value->kind != KernelExpr::Kind::kOperation;
    if ((value->type == NumberType::kInteger || asked) && value->axes != 0) {
      return computed("@", NumberType::kInteger, {*value});
    }
    refuse(node, "index-not-understood",
           "the index `" + std::string(node.text()) + "` on line " +
               std::to_string(node.line()) +
               " is not one of a loop that counts, plus or minus a number");
    return std::nullopt;
  }
  return value;
}

bool KernelReader::only_lists(const Value& value) const {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial_.interpreter.heap().at(id);
           return object.kind == Kind::kContainer && object.name == "list";
         });
}

bool KernelReader::add_list(Node node, KernelInput::Kind kind, bool read) {
  const std::string name(node.text());
  const Heap& heap = trial_.interpreter.heap();
  const Value lists = trial_.interpreter.value_of(node);
  const bool rows = kind == KernelInput::Kind::kRows;
  const Value items = items_of(heap, lists);
  if (!node.is("identifier") || bound_.contains(name) || hidden(name) ||
      !bound_before(trial_, name) || !only_lists(lists) ||
      (rows && !only_lists(items))) {
    return refuse(node, "unknown-list",
                  "`" + std::string(node.text()) + "` on line " +
                      std::to_string(node.line()) + " is not known to be a " +
                      (rows ? "list of lists" : "list"));
  }
  lists_.try_emplace(name, node);
  KernelInput* known = input(name);
  if (known && known->kind != kind && known->read && read) {
    return not_understood(node);
  }
  if (!known) {
    kernel_.inputs.push_back({name, kind, NumberType::kFloat, false, false});
    known = &kernel_.inputs.back();
  }
  if (!read || known->read) {
    if (rows) known->kind = kind;
    return true;
  }
  const auto expected =
      expected_type(heap, rows ? items_of(heap, items) : items);
  if (!expected) {
    return refuse(node, "unknown-number",
                  "what `" + name + "` holds, read on line " +
                      std::to_string(node.line()) +
                      ", is not known to be numbers");
  }
  known->kind = kind;
  known->read = true;
  known->type = expected->type;
  known->asked = expected->asked || imports_numpy(trial_.project);
  return true;
}

KernelReader::Expr KernelReader::item(Node node) {
  return row_or_item(node, /*row=*/false);
}

// `a[i]`, `a[i][j]`, `row[j]`; with `row` the `a[i]` of a list of lists.
KernelReader::Expr KernelReader::row_or_item(Node node, bool row) {
  const std::vector<Node> given = node.fields("subscript");
  if (given.size() != 1) {
    not_understood(node);
    return std::nullopt;
  }
  const Node holder = node.field("value");
  std::vector<KernelExpr> at;
  std::string list;
  if (holder.is("subscript") && !row) {
    Expr outer = row_or_item(holder, true);
    if (!outer) return std::nullopt;
    list = outer->text;
    at = outer->parts;
  } else if (!holder.is("identifier")) {
    not_understood(node);
    return std::nullopt;
  } else if (const auto local = locals_.find(holder.text());
             local != locals_.end()) {
    if (local->second.kind != Local::Kind::kRow || row) {
      not_understood(node);
      return std::nullopt;
    }
    if (is_array(local->second.value.text)) {
      return array_read(node, local->second.value.text,
                        local->second.value.parts, given);
    }
    list = local->second.value.text;
    if (!kernel_.in_order) at = local->second.value.parts;
  } else {
    list = std::string(holder.text());
    const bool rows = row || only_lists(trial_.interpreter.value_of(node));
    if (!add_list(holder,
                  rows ? KernelInput::Kind::kRows : KernelInput::Kind::kList,
                  true)) {
      return std::nullopt;
    }
    if (rows && !row) {
      not_understood(node);
      return std::nullopt;
    }
  }
  std::optional<KernelExpr> position = index(given[0]);
  if (!position) return std::nullopt;
  at.push_back(std::move(*position));
  KernelExpr read{KernelExpr::Kind::kRead, list, input(list)->type, 0, at};
  // In order a row is what it was when its variable was set.
  if (kernel_.in_order && is_row(holder)) read.text = holder.text();
  for (const KernelExpr& part : at) read.axes |= part.axes;
  if (!row) reads_.push_back({list, node, at, node.range().begin});
  return read;
}

}  // namespace ppp::advisor
