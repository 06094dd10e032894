// SPDX-License-Identifier: Apache-2.0
#include "advisor/kernel_bits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace ppp::advisor {
namespace {

constexpr double kMost = 4.0e18;       // of 64 bits, with a little to spare
constexpr double kLongText = 1.0e12;   // more than memory holds
constexpr double kMostExact = 9.0e15;  // of those that floats hold exactly

/// Upper bounds of absolute values, if integers from outside have `limit`.
class Widths {
 public:
  Widths(double limit, bool columns) : limit_(limit), columns_(columns) {}

  /// Of what is appended, by list; the bounds hold in themselves, and not
  /// only for asking whether all fits.
  std::map<std::string, double> appended(const std::vector<KernelStep>& steps,
                                         std::map<std::string, double> most) {
    strict_ = true;
    most_ = std::move(most);
    if (!fits(steps)) appended_.clear();
    return appended_;
  }

  bool fits(const std::vector<KernelStep>& steps) {
    for (const KernelStep& step : steps) {
      if (!fits(step)) return false;
    }
    return true;
  }

 private:
  bool fits(const KernelStep& step) {
    using Kind = KernelStep::Kind;
    if (step.kind == Kind::kAppendRow || step.kind == Kind::kSpread) {
      return true;
    }
    if (step.kind == Kind::kLoop) return fits_loop(step);
    const double most = of(step.value);
    if (step.kind == Kind::kAppend) {
      appended_[step.name] = std::max(appended_[step.name], most);
    }
    if (step.kind == Kind::kIf) {
      const auto before = known_;
      const bool body = fits(step.body);
      const auto then = std::exchange(known_, before);
      const bool otherwise = fits(step.otherwise);
      for (const auto& [name, one] : then) {
        known_[name] = std::max(known_[name], one);
      }
      return fits_ && body && otherwise;
    }
    if (step.kind == Kind::kFold) {
      // Of all iterations of both axes.
      for (const KernelStep& also : step.body) of(also.value);
      if (step.fold == "add" || step.fold == "subtract") {
        checked(most * limit_ * (columns_ ? limit_ : 1), kMost);
        if (!step.running.empty()) {
          known_[step.running] = checked(limit_ + most * limit_, kMost);
        }
      } else if (!step.running.empty()) {
        known_[step.running] = std::max(limit_, most);
      }
    }
    if (step.kind == Kind::kCarry) {
      known_[step.running] = std::max(limit_, most);
    }
    if (step.kind == Kind::kTally) {
      for (const KernelExpr& at : step.at) of(at);
      checked(limit_ + most * limit_ * (columns_ ? limit_ : 1), kMost);
    }
    if (step.kind == Kind::kAssign) {
      if (growing_ && known_.contains(step.name)) {
        known_[step.name] = std::max(known_[step.name], most);
      } else {
        known_[step.name] = most;
      }
    }
    return fits_;
  }

  // In a loop that stays a value may grow with each turn, by as much as in one
  // turn if it is only added to.
  bool fits_loop(const KernelStep& step) {
    known_[step.loop.index] = limit_;
    if (step.loop.axis >= 0) return fits(step.body);
    const auto before = known_;
    const bool outer = std::exchange(growing_, true);
    if (!fits(step.body)) return false;
    std::map<std::string, double> grown;  // by one turn
    std::set<std::string> assigned;
    note_assigned(step.body, assigned);
    for (auto& [name, most] : known_) {
      const auto known = before.find(name);
      if (known == before.end() || most <= known->second) continue;
      if (only_set(step.body, name, assigned)) continue;
      if (!only_added(step.body, name)) return fits_ = false;
      grown[name] = most - known->second;
      most = known->second + limit_ * grown[name];
      if (most > kMost) return fits_ = false;
    }
    // Where all are as large as they get, none may grow faster.
    const auto largest = known_;
    if (!fits(step.body)) return false;
    for (const auto& [name, by] : grown) {
      constexpr double kRounding = 1e-6;
      if (known_[name] - largest.at(name) > by + kRounding * largest.at(name)) {
        return fits_ = false;
      }
    }
    known_ = largest;
    growing_ = outer;
    return fits_;
  }

  static void note_assigned(const std::vector<KernelStep>& steps,
                            std::set<std::string>& names) {
    for (const KernelStep& step : steps) {
      if (step.kind == KernelStep::Kind::kAssign) names.insert(step.name);
      note_assigned(step.body, names);
      note_assigned(step.otherwise, names);
    }
  }

  /// `name` gets what no turn has computed: as large after one as after all.
  static bool only_set(const std::vector<KernelStep>& steps,
                       const std::string& name,
                       const std::set<std::string>& assigned) {
    return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
      const bool fits =
          step.kind != KernelStep::Kind::kAssign || step.name != name ||
          std::none_of(
              assigned.begin(), assigned.end(),
              [&](const std::string& one) { return reads(step.value, one); });
      return fits && only_set(step.body, name, assigned) &&
             only_set(step.otherwise, name, assigned);
    });
  }

  /// `name` is assigned nothing but its own value plus what does not read it.
  static bool only_added(const std::vector<KernelStep>& steps,
                         const std::string& name) {
    return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
      if (!only_added(step.body, name) || !only_added(step.otherwise, name)) {
        return false;
      }
      if (step.kind != KernelStep::Kind::kAssign) return true;
      if (step.name != name) return !reads(step.value, name);
      const auto& parts = step.value.parts;
      const bool sum = (step.value.text == "+" || step.value.text == "-") &&
                       parts.size() == 2;
      return sum && parts[0].kind == KernelExpr::Kind::kName &&
             parts[0].text == name && !reads(parts[1], name);
    });
  }

  static bool reads(const KernelExpr& value, const std::string& name) {
    return (value.kind == KernelExpr::Kind::kName && value.text == name) ||
           std::any_of(value.parts.begin(), value.parts.end(),
                       [&](const KernelExpr& one) { return reads(one, name); });
  }

  double checked(double most, double bound) {
    if (!(most <= bound)) fits_ = false;
    return most;
  }

  /// The length of a text, or a place in it.
  static bool of_text(const KernelExpr& value) {
    return value.parts.size() == 1 && value.parts[0].type == NumberType::kText;
  }

  /// 0 for what is no integer.
  double of(const KernelExpr& value) {
    std::vector<double> parts;
    for (const KernelExpr& part : value.parts) parts.push_back(of(part));
    if (value.kind == KernelExpr::Kind::kRead) {
      parts.clear();
    } else if (value.kind == KernelExpr::Kind::kOperation) {
      check_mixed(value, parts);
    }
    if (strict_ && value.type == NumberType::kFlag) return 1;
    if (value.type != NumberType::kInteger &&
        value.type != NumberType::kNumber) {
      return 0;
    }
    if (strict_ && !is_plain(value)) return kMost;
    switch (value.kind) {
      case KernelExpr::Kind::kLiteral:
        if (value.text.starts_with("len")) break;
        if (strict_ && !is_digits(value.text)) return kMost;
        return checked(std::strtod(value.text.c_str(), nullptr), kMost);
      case KernelExpr::Kind::kName: {
        const auto known = known_.find(value.text);
        if (known != known_.end()) return known->second;
        break;
      }
      case KernelExpr::Kind::kRead: {
        const auto known = most_.find(value.text);
        if (known != most_.end()) return std::min(known->second, limit_);
        break;
      }
      case KernelExpr::Kind::kOperation:
        if (value.text == "lookup") break;
        if (is_running_sum(value)) {
          return checked(parts[0] + parts[1] * limit_, kMost);
        }
        if (of_text(value)) return kLongText;
        if (strict_ && value.text == "//") {
          return parts[0] / divisor(value.parts[1]) + 1;
        }
        return checked(of_operation(value.text, parts), kMost);
    }
    return limit_;
  }

  static bool is_digits(const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos;
  }

  /// What of_operation() knows a bound of.
  static bool is_plain(const KernelExpr& value) {
    static constexpr std::array<std::string_view, 9> kKnown = {
        "+", "-", "*", "//", "%", "neg", "abs", "min", "max"};
    if (value.type != NumberType::kInteger) return false;
    if (value.kind != KernelExpr::Kind::kOperation) return true;
    const bool known =
        value.text == "if" ||
        std::find(kKnown.begin(), kKnown.end(), value.text) != kKnown.end();
    return known && std::all_of(value.parts.begin(), value.parts.end(),
                                [](const KernelExpr& part) {
                                  return part.type == NumberType::kInteger ||
                                         part.type == NumberType::kFlag;
                                });
  }

  /// No less than 1, as integers are that nothing fails of.
  static double divisor(const KernelExpr& by) {
    const bool literal =
        by.kind == KernelExpr::Kind::kLiteral && is_digits(by.text);
    return literal ? std::max(1.0, std::strtod(by.text.c_str(), nullptr)) : 1;
  }

  static double of_operation(const std::string& name,
                             const std::vector<double>& parts) {
    if (name == "+" || name == "-") return parts[0] + parts[1];
    if (name == "*") return parts[0] * parts[1];
    if (name == "//") return parts[0] + 1;
    if (name == "%") return parts[1];
    return *std::max_element(parts.begin(), parts.end());
  }

  // Python compares and divides integers exactly; arrays do it by floats.
  void check_mixed(const KernelExpr& value, const std::vector<double>& parts) {
    static constexpr std::string_view kCompare = "<=>=!=";
    const bool compares = kCompare.find(value.text) != std::string_view::npos;
    const bool mixed = std::any_of(value.parts.begin(), value.parts.end(),
                                   [](const KernelExpr& part) {
                                     return part.type == NumberType::kFloat ||
                                            part.type == NumberType::kNumber;
                                   });
    // Of a Series that holds both, floats.
    const bool both = value.text == "either" && mixed;
    if (value.text != "/" && !both && !(compares && mixed)) return;
    for (double part : parts) checked(part, kMostExact);
  }

  double limit_;
  bool columns_;
  std::map<std::string, double> known_;
  bool growing_ = false;
  bool fits_ = true;
  bool strict_ = false;
  std::map<std::string, double> most_;      ///< of lists from outside
  std::map<std::string, double> appended_;  ///< of lists
};

/// The kernel with its loop around it.
std::vector<KernelStep> whole(const Kernel& kernel) {
  std::vector<KernelStep> all(1);
  all[0].kind = KernelStep::Kind::kLoop;
  all[0].loop = kernel.loop;
  all[0].body = kernel.steps;
  return all;
}

}  // namespace

std::optional<int> integer_bits(const Kernel& kernel) {
  for (const int bits : {52, 31, 26, 20, 15, 10}) {
    Widths widths(std::ldexp(1.0, bits), kernel.columns);
    if (widths.fits(whole(kernel))) return bits;
  }
  return std::nullopt;
}

std::map<std::string, double> appended_most(
    const Kernel& kernel, const std::map<std::string, double>& most) {
  Widths widths(std::ldexp(1.0, kernel.bits), kernel.columns);
  return widths.appended(whole(kernel), most);
}

}  // namespace ppp::advisor
