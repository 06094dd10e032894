// SPDX-License-Identifier: Apache-2.0
#include "rewrite/compiled_kernel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "advisor/kernel_math.h"
#include "rewrite/layout.h"
#include "rewrite/names.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::NumberType;
using ExprKind = KernelExpr::Kind;
using StepKind = KernelStep::Kind;

// Bounds of absolute values. What comes from outside is asked to keep the
// first; what is computed is checked against the second where it could leave
// it, so that no sum of two leaves 64 bits.
const double kFromOutside = std::ldexp(1.0, 53);
constexpr double kComputed = 3e18;
const double kLength = std::ldexp(1.0, 50);
const double kExact = std::ldexp(1.0, 53);  // that a float holds

constexpr double kOf64Bits = 9.2e18;

// Steps so small take ages to use up what is spare above kComputed.
constexpr double kStep = 256;

constexpr const char* kLimit = "2**53";
constexpr double kMostShift = 60;

/// How tightly an expression holds together, as in Python's grammar.
enum Binding {
  kChoose,
  kOr,
  kAnd,
  kNot,
  kCompares,
  kOrBits,
  kXorBits,
  kAndBits,
  kShifts,
  kSums,
  kProducts,
  kSigns,
  kWhole
};

Binding binding_of(const std::string& op) {
  static const std::map<std::string, Binding> known = {
      {"or", kOr},     {"and", kAnd},    {"|", kOrBits},   {"^", kXorBits},
      {"&", kAndBits}, {"<<", kShifts},  {">>", kShifts},  {"+", kSums},
      {"-", kSums},    {"*", kProducts}, {"/", kProducts}, {"//", kProducts},
      {"%", kProducts}};
  const auto found = known.find(op);
  return found == known.end() ? kCompares : found->second;
}

struct Term {
  std::string text;
  Binding binding = kWhole;

  std::string inside(int least) const {
    return binding < least ? "(" + text + ")" : text;
  }
};

bool compares(const std::string& op) {
  return binding_of(op) == kCompares && op != "if" && op != "neg";
}

const char* type_name(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

/// A loop's variable, or that plus or minus something.
bool is_counter(const KernelExpr& index) {
  if (index.kind == ExprKind::kName) return true;
  return index.kind == ExprKind::kOperation &&
         (index.text == "+" || index.text == "-") && is_counter(index.parts[0]);
}

bool goes_through(const std::string& list, const KernelExpr& value) {
  const bool reads = value.kind == ExprKind::kRead && value.text == list;
  return (reads && is_counter(value.parts[0])) ||
         std::any_of(
             value.parts.begin(), value.parts.end(),
             [&](const KernelExpr& part) { return goes_through(list, part); });
}

/// It is used item by item, so it is as long as the loop. Others are tables to
/// look something up in.
bool goes_through(const std::string& list,
                  const std::vector<KernelStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    const bool stores = step.kind == StepKind::kStore && step.name == list &&
                        is_counter(step.at[0]);
    const bool through = has_name(step.loop.header, list);
    return stores || through || goes_through(list, step.value) ||
           std::any_of(step.at.begin(), step.at.end(),
                       [&](const KernelExpr& one) {
                         return goes_through(list, one);
                       }) ||
           goes_through(list, step.body) || goes_through(list, step.otherwise);
  });
}

class CompiledLines {
 public:
  CompiledLines(const Kernel& kernel, const CompiledNames& names)
      : kernel_(kernel), names_(names) {
    for (const KernelInput& input : kernel.inputs) taken_.insert(input.name);
    for (const std::string* name :
         {&names.numpy, &names.loop, &names.integers}) {
      taken_.insert(*name);
    }
    survey(kernel.steps);
    settle_counters();
  }

  CompiledText write(const std::string& of) {
    write_loop(of);
    write_call(of);
    return std::move(result_);
  }

 private:
  void survey(const std::vector<KernelStep>& steps) {
    for (const KernelStep& step : steps) {
      taken_.insert(step.name);
      if (step.kind == StepKind::kAssign) assigned_.insert(step.name);
      if (step.kind == StepKind::kAppend) grown_.insert(step.name);
      has_while_ = has_while_ || step.kind == StepKind::kWhile;
      if (step.kind == StepKind::kLoop) survey_loop(step);
      survey(step.body);
      survey(step.otherwise);
    }
  }

  // Items of lists are as wide as what is assigned.
  void survey_loop(const KernelStep& step) {
    if (step.loop.header.empty()) {
      taken_.insert(step.loop.index);
      counters_.insert(step.loop.index);
      counting_.push_back(&step);
      return;
    }
    for (const std::string& name : step.loop.lists) {
      taken_.insert(name);
      assigned_.insert(name);
    }
  }

  // What counts has the bounds of its loops, which may depend on each other.
  void settle_counters() {
    constexpr int kRounds = 8;
    bool grows = true;
    for (int round = 0; grows && round < kRounds; ++round) {
      grows = false;
      for (const KernelStep* loop : counting_) {
        double most = is_input(loop->loop.index) ? kFromOutside : 0;
        for (const KernelExpr& one : loop->at) {
          most = std::max(most, bound(one));
        }
        const auto [known, first] = counted_.emplace(loop->loop.index, most);
        grows = grows || first || most > known->second;
        known->second = std::max(known->second, most);
      }
    }
    if (grows) assigned_.insert(counters_.begin(), counters_.end());
  }

  std::string fresh(const std::string& wish) {
    std::string name = wish;
    for (int i = 2; taken_.contains(name) || reserved_word(name); ++i) {
      name = wish + "_" + std::to_string(i);
    }
    taken_.insert(name);
    return name;
  }

  const std::string& use(const std::string& helper) {
    result_.helpers.insert(helper);
    return helper;
  }

  // ---- the compiled function

  void write_loop(const std::string& of) {
    if (has_while_) {
      turns_ = fresh("turns");
      line(1, turns_ + " = 0");
    }
    for (const std::string& name : grown_) line(1, name + " = []");
    write(kernel_.steps, 1);
    std::vector<std::string> given = kernel_.results;
    given.insert(given.end(), grown_.begin(), grown_.end());
    if (!given.empty()) line(1, "return " + joined(given));
    const std::vector<HelperLine> body = std::exchange(result_.loop, {});
    std::vector<std::string> parameters;
    for (const KernelInput& input : kernel_.inputs) {
      if (!grown_.contains(input.name)) parameters.push_back(input.name);
    }
    for (const auto& [name, number] : constants_) parameters.push_back(name);
    line(0, "@" + use(names_.compiled));
    line(0, fmt::format("def {}({}):", names_.loop, joined(parameters)));
    line(1, "\"\"\"" + sentence(of) + ", on arrays.\"\"\"");
    result_.loop.insert(result_.loop.end(), body.begin(), body.end());
  }

  static std::string sentence(const std::string& of) {
    return "A" + of.substr(1);
  }

  void line(int depth, const std::string& text) {
    for (HelperLine& one : wrapped({depth, text})) {
      result_.loop.push_back(std::move(one));
    }
  }

  void write(const std::vector<KernelStep>& steps, int depth) {
    for (const KernelStep& step : steps) write(step, depth);
    if (steps.empty()) line(depth, "pass");
  }

  void write(const KernelStep& step, int depth) {
    switch (step.kind) {
      case StepKind::kAssign:
      case StepKind::kStore:
        return line(depth, assignment(step));
      case StepKind::kTuple:
        return tuple(step, depth);
      case StepKind::kAppend:
        return line(depth, step.name + ".append(" + text(step.value) + ")");
      case StepKind::kIf:
        return branch(step, depth, "if ");
      case StepKind::kLoop:
        return count(step, depth);
      case StepKind::kWhile:
        line(depth, "while " + text(step.value) + ":");
        line(depth + 1, turns_ + " += 1");
        line(depth + 1, "if " + turns_ + " > 10**9:");
        line(depth + 2, "raise OverflowError  # Ctrl-C would not end it");
        return write(step.body, depth + 1);
      case StepKind::kBreak:
        return line(depth, "break");
      case StepKind::kContinue:
        return line(depth, "continue");
      default:
        PPP_CHECK(false);
    }
  }

  // `x += y` for what is `x = x + y` in the kernel.
  std::string assignment(const KernelStep& step) {
    const std::string name = target(step);
    const Term value = term(step.value);
    const bool arithmetic =
        value.binding >= kOrBits && value.binding <= kProducts;
    const std::string start = name + " " + step.value.text + " ";
    const bool adds = arithmetic && step.value.parts.size() == 2 &&
                      step.value.parts[0].kind != ExprKind::kOperation &&
                      value.text.starts_with(start);
    if (!adds) return name + " = " + value.text;
    std::string rest = value.text.substr(start.size());
    const bool whole =
        rest.starts_with('(') && rest.find(')') == rest.size() - 1;
    if (whole) rest = rest.substr(1, rest.size() - 2);
    return name + " " + step.value.text + "= " + rest;
  }

  std::string target(const KernelStep& step) {
    if (step.kind == StepKind::kAssign) return step.name;
    return step.name + places(step.at);
  }

  std::string places(const std::vector<KernelExpr>& at) {
    std::string all;
    for (const KernelExpr& one : at) {
      all += (all.empty() ? "" : ", ") + unchecked(one).text;
    }
    return "[" + all + "]";
  }

  void tuple(const KernelStep& step, int depth) {
    std::string targets, values;
    for (const KernelStep& one : step.body) {
      values += (values.empty() ? "" : ", ") + text(one.value);
      targets += (targets.empty() ? "" : ", ") + target(one);
    }
    line(depth, targets + " = " + values);
  }

  void branch(const KernelStep& step, int depth, const char* word) {
    line(depth, word + text(step.value) + ":");
    write(step.body, depth + 1);
    if (step.otherwise.empty()) return;
    const bool chain =
        step.otherwise.size() == 1 && step.otherwise[0].kind == StepKind::kIf;
    if (chain) return branch(step.otherwise[0], depth, "elif ");
    line(depth, "else:");
    write(step.otherwise, depth + 1);
  }

  void count(const KernelStep& step, int depth) {
    if (!step.loop.header.empty()) {
      line(depth, step.loop.header + ":");
      return write(step.body, depth + 1);
    }
    std::string all;
    for (const KernelExpr& one : step.at) {
      all += (all.empty() ? "" : ", ") + text(one);
    }
    line(depth, fmt::format("for {} in range({}):", step.loop.index, all));
    write(step.body, depth + 1);
  }

  // ---- expressions

  double bound(const KernelExpr& value) const {
    if (value.type != NumberType::kInteger) return 0;
    switch (value.kind) {
      case ExprKind::kLiteral:
        return value_of(value.text);
      case ExprKind::kName:
        return bound_of_name(value.text);
      case ExprKind::kRead:
        return is_input(value.text) && !changes(value.text) ? kFromOutside
                                                            : kComputed;
      case ExprKind::kOperation:
        return std::min(kComputed, bound_of_operation(value));
    }
    return kComputed;
  }

  double bound_of_name(const std::string& name) const {
    if (assigned_.contains(name)) return kComputed;
    const auto counted = counted_.find(name);
    if (counted != counted_.end()) return counted->second;
    const bool outside = is_input(name) && !counters_.contains(name);
    return outside ? kFromOutside : kComputed;
  }

  bool is_input(const std::string& name) const {
    return std::any_of(
        kernel_.inputs.begin(), kernel_.inputs.end(),
        [&](const KernelInput& one) { return one.name == name; });
  }

  /// What the operation may give, before it is checked.
  double bound_of_operation(const KernelExpr& value) const {
    const std::string& op = value.text;
    std::vector<double> parts;
    for (const KernelExpr& part : value.parts) parts.push_back(bound(part));
    if (op == "+" || op == "-") {
      const auto [less, more] = std::minmax(parts[0], parts[1]);
      return less <= kStep ? more : less + more;
    }
    if (op == "*") return parts[0] * parts[1];
    if (op == "if") return std::max(parts[1], parts[2]);
    if (op == "len") return kLength;
    if (op == "%") return parts[1];
    if (op == "&" && value.parts[1].kind == ExprKind::kLiteral) return parts[1];
    if (op == ">>") {
      const bool by = is_count(value.parts[1]) && parts[1] <= kMostShift;
      return by ? std::ldexp(parts[0], -static_cast<int>(parts[1])) + 1
                : parts[0];
    }
    if (op == "//" || op == "neg" || op == "abs") return parts[0];
    if (op == "<<" && is_count(value.parts[1]) && parts[1] <= kMostShift) {
      return std::ldexp(parts[0], static_cast<int>(parts[1]));
    }
    if (op == "min" || op == "max") return std::max(parts[0], parts[1]);
    if (op == "&" || op == "|" || op == "^" || op == "invert") {
      double most = 2;  // two's complement of so many bits stays there
      for (double part : parts) {
        while (most <= part) most *= 2;
      }
      return most;
    }
    return kComputed;  // helpers that check
  }

  /// Of an integer: "len(xs)", "2**40", "0xFF".
  static double value_of(const std::string& literal) {
    if (literal.starts_with("len(")) return kLength;
    const double value = std::strtod(literal.c_str(), nullptr);
    const std::size_t power = literal.find("**");
    if (power == std::string::npos) return value;
    return std::pow(value, std::strtod(literal.c_str() + power + 2, nullptr));
  }

  /// A literal above 0.
  static bool is_count(const KernelExpr& value) {
    return value.kind == ExprKind::kLiteral && value.text[0] != 'l' &&
           value_of(value.text) > 0;
  }

  std::string text(const KernelExpr& value) { return term(value).text; }

  static bool is_bitwise(const std::string& op) {
    return op == "&" || op == "|" || op == "^";
  }

  // An index so large is outside of every list anyhow.
  Term unchecked(const KernelExpr& value) {
    const bool sum = value.kind == ExprKind::kOperation &&
                     (value.text == "+" || value.text == "-");
    return sum ? infix(value) : term(value);
  }

  Term term(const KernelExpr& value) {
    switch (value.kind) {
      case ExprKind::kLiteral:
      case ExprKind::kName:
        return {value.text};
      case ExprKind::kRead:
        return {value.text + places(value.parts)};
      case ExprKind::kOperation:
        break;
    }
    ++result_.call.operations;
    const bool whole = value.type == NumberType::kInteger;
    const std::string& op = value.text;
    if (op == "if") return choose(value);
    if (whole && op == "*" && bound_of_operation(value) > kOf64Bits) {
      return call(names_.product, value);
    }
    const bool shifts = op == "<<" || op == ">>";
    const bool plain = shifts && is_count(value.parts[1]) &&
                       bound(value.parts[1]) <= kMostShift &&
                       bound_of_operation(value) <= kComputed;
    if (shifts && !plain) {
      return call(op == "<<" ? names_.shifted : names_.halved, value);
    }
    if (op == "min") return call(names_.less, value);
    if (op == "max") return call(names_.more, value);
    if (op == "sqrt") {
      result_.needs_numpy = true;
      return call(names_.root, value);
    }
    if (op.starts_with("math.")) return of_math(value);
    if (op == "power") return power(value);
    if (op == "int") return call(names_.whole, value);
    if (op == "floor" || op == "ceil") {
      result_.needs_numpy = true;
      const std::string rounded =
          names_.numpy + "." + op + "(" + text(value.parts[0]) + ")";
      return {use(names_.whole) + "(" + rounded + ")"};
    }
    Term made = value.parts.size() == 1 ? unary(value) : infix(value);
    const bool may_leave = whole && bound_of_operation(value) > kComputed;
    return may_leave ? Term{use(names_.fitting) + "(" + made.text + ")"} : made;
  }

  Term call(const std::string& helper, const KernelExpr& value) {
    std::string given;
    for (const KernelExpr& part : value.parts) {
      given += (given.empty() ? "" : ", ") + text(part);
    }
    return {use(helper) + "(" + given + ")"};
  }

  // The C library's, as Python's is; where that raises it is not finite.
  Term of_math(const KernelExpr& value) {
    result_.needs_math = true;
    std::string given;
    for (const KernelExpr& part : value.parts) {
      given += (given.empty() ? "" : ", ") + held_exactly(part).text;
    }
    const std::string made =
        fmt::format("{}.{}({})", names_.math,
                    value.text.substr(value.text.find('.') + 1), given);
    const advisor::MathFunction* known = advisor::math_function(value.text);
    PPP_CHECK(known);
    return {known->raises ? use(names_.finite) + "(" + made + ")" : made};
  }

  Term held_exactly(const KernelExpr& value) {
    Term made = term(value);
    if (bound(value) <= kExact) return made;
    return {use(names_.exact) + "(" + made.text + ")"};
  }

  // Python asks pow(). So does a compiler that knows neither number; else it
  // may multiply, or ask exp2() where the exponent is no whole number.
  Term power(const KernelExpr& value) {
    if (value.type == NumberType::kInteger) return call(names_.power, value);
    result_.needs_math = true;
    const std::string by = as_float(value.parts[1]);
    const Term of = held_exactly(value.parts[0]);
    const std::string base =
        by.ends_with(".0")
            ? of.text
            : of.inside(kSums) + " + " + constant("nothing", "-0.0");
    return {fmt::format("{}({}.pow({}, {}))", use(names_.finite), names_.math,
                        base, constant("exponent", by))};
  }

  /// A literal, perhaps with a sign: "2" is "2.0".
  static std::string as_float(const KernelExpr& literal) {
    if (literal.kind == ExprKind::kOperation) {
      return "-" + as_float(literal.parts[0]);
    }
    std::string number = literal.text;
    const std::size_t point = number.find('.');
    if (point == std::string::npos) return number + ".0";
    while (number.size() > point + 2 && number.back() == '0') number.pop_back();
    return number.size() == point + 1 ? number + "0" : number;
  }

  /// The name of a number that the compiled function is given.
  std::string constant(const std::string& wish, const std::string& number) {
    for (const auto& [name, known] : constants_) {
      if (known == number) return name;
    }
    return constants_.emplace_back(fresh(wish), number).first;
  }

  Term choose(const KernelExpr& value) {
    return {fmt::format("{} if {} else {}", term(value.parts[1]).inside(kOr),
                        term(value.parts[0]).inside(kOr),
                        term(value.parts[2]).inside(kChoose)),
            kChoose};
  }

  Term unary(const KernelExpr& value) {
    const Term of = term(value.parts[0]);
    if (value.text == "not") return {"not " + of.inside(kNot), kNot};
    if (value.text == "neg") return {"-" + of.inside(kSigns), kSigns};
    if (value.text == "invert") return {"~" + of.inside(kSigns), kSigns};
    if (value.text == "fabs") return {"abs(" + of.text + ")"};
    return {value.text + "(" + of.text + ")"};  // abs, float
  }

  // Python compares and divides integers exactly; compiled code by floats.
  Term infix(const KernelExpr& value) {
    const std::string& op = value.text;
    const bool mixed = value.parts[0].type != value.parts[1].type;
    const bool by_floats = op == "/" || (mixed && compares(op));
    std::vector<Term> sides;
    const bool masks = op == "&" && is_count(value.parts[1]);
    for (const KernelExpr& part : value.parts) {
      const bool masked = masks && is_bitwise(part.text);
      Term side = masked ? infix(part) : term(part);
      if (by_floats && bound(part) > kExact) {
        side = {use(names_.exact) + "(" + side.text + ")"};
      }
      sides.push_back(std::move(side));
    }
    const Binding binding = binding_of(op);
    const bool chains = compares(op);
    return {sides[0].inside(binding + (chains ? 1 : 0)) + " " + op + " " +
                sides[1].inside(binding + 1),
            binding};
  }

  // ---- the function that calls it

  void call_line(int depth, const std::string& text) {
    result_.call.lines.push_back({depth, text});
  }

  void write_call(const std::string& of) {
    KernelText& call = result_.call;
    call.may_refuse = true;
    call.folded = kernel_.results;
    for (const KernelInput& input : kernel_.inputs) {
      call.parameters.push_back(input.name);
    }
    const std::string no = call.folded.empty() ? "False" : "None";
    call_line(0,
              fmt::format("def {}({}):", names_.call, joined(call.parameters)));
    call_line(1, fmt::format("\"\"\"{}, compiled. {}: not done, it would "
                             "differ.\"\"\"",
                             sentence(of), no));
    ask(no);
    call_line(1, "try:");
    std::vector<std::string> arguments;
    for (const KernelInput& input : kernel_.inputs) {
      if (!grown_.contains(input.name)) arguments.push_back(argument(input));
    }
    for (const auto& [name, number] : constants_) arguments.push_back(number);
    std::vector<std::string> given = kernel_.results;
    for (const std::string& name : grown_) {
      given.push_back(new_lists_[name] = fresh("new_" + name));
    }
    call_line(2, (given.empty() ? "" : joined(given) + " = ") + names_.loop +
                     "(" + joined(arguments) + ")");
    call_line(1, "except Exception:  # nothing has been changed yet");
    call_line(2, "return " + no);
    give_back();
    call_line(1, "return " + (call.folded.empty() ? std::string("True")
                                                  : joined(call.folded)));
  }

  void ask(const std::string& no) {
    std::vector<std::string> asked;
    if (result_.needs_math) {  // that library has its own functions
      asked.push_back(names_.numba + ".config.USING_SVML");
    }
    for (const KernelInput& input : kernel_.inputs) ask(input, asked);
    for (const advisor::KernelPair& pair : kernel_.apart) ask(pair, asked);
    if (asked.empty()) return;
    std::string all;
    for (const std::string& one : asked) {
      all += (all.empty() ? "" : " or ") + one;
    }
    if (all.size() + 8 <= kWidth) {
      call_line(1, "if " + all + ":");
    } else {
      call_line(1, "if (");
      for (const std::string& one : asked) {
        call_line(2, (&one == &asked.front() ? "" : "or ") + one);
      }
      call_line(1, "):");
    }
    call_line(2, "return " + no);
  }

  void ask(const KernelInput& input, std::vector<std::string>& asked) {
    const char* type = type_name(input.type);
    const bool whole = input.type == NumberType::kInteger;
    if (input.kind == KernelInput::Kind::kScalar) {
      if (input.asked) {
        asked.push_back(fmt::format("type({}) is not {}", input.name, type));
      }
      if (whole) {
        asked.push_back(fmt::format("abs({}) > {}", input.name, kLimit));
      }
      return;
    }
    if (!input.read) return;
    const bool rows = input.kind == KernelInput::Kind::kRows;
    if (rows) {
      asked.push_back(fmt::format("len({{*map(len, {})}}) != 1", input.name));
    }
    if (!input.asked) return;
    const std::string row = rows ? fresh("row") : input.name;
    const std::string odd =
        fmt::format("{{*map(type, {})}} != {{{}}}", row, type);
    asked.push_back(
        rows ? fmt::format("any({} for {} in {})", odd, row, input.name) : odd);
  }

  void ask(const advisor::KernelPair& pair, std::vector<std::string>& asked) {
    const bool rows = std::any_of(
        kernel_.inputs.begin(), kernel_.inputs.end(), [&](const auto& input) {
          return input.name == pair.changed &&
                 input.kind == KernelInput::Kind::kRows;
        });
    if (!rows) return asked.push_back(pair.changed + " is " + pair.other);
    std::string held = "*map(id, " + pair.changed + ")";
    std::string size = "len(" + pair.changed + ")";
    if (pair.other != pair.changed) {
      held += ", *map(id, " + pair.other + ")";
      size += " + len(" + pair.other + ")";
    }
    asked.push_back(fmt::format("len({{{}}}) != {}", held, size));
  }

  std::string array_of(const KernelInput& input) const {
    if (input.type == NumberType::kInteger) {
      return names_.integers + "(" + input.name + ")";
    }
    return fmt::format("{}.array({}, dtype={})", names_.numpy, input.name,
                       type_name(input.type));
  }

  std::string argument(const KernelInput& input) {
    if (input.kind == KernelInput::Kind::kScalar) return input.name;
    result_.needs_numpy = true;
    if (!input.read) {  // only its length is asked
      return fmt::format("{}.empty(len({}))", names_.numpy, input.name);
    }
    const bool long_one = input.kind == KernelInput::Kind::kRows ||
                          goes_through(input.name, kernel_.steps);
    if (long_one) ++result_.call.conversions;
    if (input.type == NumberType::kInteger) use(names_.integers);
    if (!changes(input.name)) return array_of(input);
    if (long_one) ++result_.call.conversions;
    const std::string array = fresh("new_" + input.name);
    new_lists_[input.name] = array;
    call_line(2, array + " = " + array_of(input));
    return array;
  }

  /// The loop stores in it, or in a row of it.
  bool changes(const std::string& list) const {
    return std::any_of(kernel_.changed.begin(), kernel_.changed.end(),
                       [&](const std::string& one) { return one == list; });
  }

  void give_back() {
    for (const KernelInput& input : kernel_.inputs) {
      const auto made = new_lists_.find(input.name);
      if (made == new_lists_.end()) continue;
      if (grown_.contains(input.name)) {
        call_line(1, fmt::format("{}.extend({})", input.name, made->second));
      } else if (input.kind == KernelInput::Kind::kRows) {
        const std::string row = fresh("row");
        const std::string numbers = fresh("numbers");
        call_line(1, fmt::format("for {}, {} in zip({}, {}):", row, numbers,
                                 input.name, made->second));
        call_line(2, fmt::format("{}[:] = {}.tolist()", row, numbers));
      } else {
        call_line(1,
                  fmt::format("{}[:] = {}.tolist()", input.name, made->second));
      }
    }
  }

  const Kernel& kernel_;
  const CompiledNames& names_;
  std::set<std::string> taken_;
  std::set<std::string> assigned_, grown_, counters_;
  std::vector<const KernelStep*> counting_;
  std::map<std::string, double> counted_;
  std::map<std::string, std::string> new_lists_;
  std::vector<std::pair<std::string, std::string>>
      constants_;  ///< names, numbers
  std::string turns_;
  bool has_while_ = false;
  CompiledText result_;
};

}  // namespace

CompiledText compiled_text(const Kernel& kernel, const CompiledNames& names,
                           const std::string& of) {
  return CompiledLines(kernel, names).write(of);
}

}  // namespace ppp::rewrite
