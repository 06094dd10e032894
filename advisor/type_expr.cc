// SPDX-License-Identifier: Apache-2.0
// The little language of the tables:
//   expr := term ('|' term)*
//   term := word | word '(' expr ')' | word '[' expr (',' expr)* ']'

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "advisor/library.h"

namespace ppp::advisor {
namespace {

using Kind = TypeExpr::Kind;

constexpr std::array<std::string_view, 12> kAtoms = {
    "none",  "bool", "int",      "float",          "complex", "str",
    "bytes", "type", "ellipsis", "notimplemented", "range",   "slice"};

/// How many parts each container has.
constexpr std::array<std::pair<std::string_view, std::size_t>, 6> kContainers =
    {{{"list", 1},
      {"set", 1},
      {"frozenset", 1},
      {"dict", 2},
      {"tuple", 1},
      {"iterator", 1}}};

constexpr std::array<std::pair<std::string_view, Kind>, 12> kOperators = {
    {{"elem", Kind::kElement},
     {"held", Kind::kHeld},
     {"key", Kind::kKey},
     {"value", Kind::kValue},
     {"result", Kind::kResult},
     {"arith", Kind::kArith},
     {"ring", Kind::kRing},
     {"copy", Kind::kCopy},
     {"deepcopy", Kind::kDeepCopy},
     {"reach", Kind::kReach},
     {"shared", Kind::kShared},
     {"class", Kind::kClass}}};

template <typename Table>
auto find(const Table& table, std::string_view word)
    -> std::optional<decltype(table[0].second)> {
  for (const auto& [name, value] : table) {
    if (name == word) return value;
  }
  return std::nullopt;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

bool is_alias(std::string_view word) {
  if (word == "self" || word == "args" || word == "only" || word == "several" ||
      word == "kwargs") {
    return true;
  }
  if (word.starts_with("arg")) return all_digits(word.substr(3));
  if (word.starts_with("kw:")) {
    return word.size() > 3 && word.find_first_of(".:", 3) == word.npos;
  }
  return word.starts_with("self.") && word.size() > 5 &&
         word.find('.', 5) == std::string_view::npos;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<TypeExpr> run() {
    Result<TypeExpr> parsed = expression(0);
    if (parsed && at_ != text_.size()) return fail("unexpected character");
    return parsed;
  }

 private:
  Error fail(std::string_view why) const {
    return {Error::Kind::kInternal,
            fmt::format("{} at {} in type \"{}\"", why, at_, text_), ""};
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string_view word() {
    const std::size_t from = at_;
    while (at_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
            text_[at_] == '_' || text_[at_] == '.' || text_[at_] == ':')) {
      ++at_;
    }
    return text_.substr(from, at_ - from);
  }

  Result<TypeExpr> expression(int depth) {
    if (depth > 20) return fail("too deep");
    std::vector<TypeExpr> terms;
    do {
      Result<TypeExpr> term = this->term(depth);
      if (!term) return term;
      terms.push_back(std::move(*term));
    } while (take('|'));
    if (terms.size() == 1) return std::move(terms[0]);
    return TypeExpr{Kind::kUnion, "", std::move(terms)};
  }

  Result<TypeExpr> term(int depth) {
    const std::string_view name = word();
    if (name.empty()) return fail("a word is missing");
    if (take('(')) return operation(name, depth);
    std::vector<TypeExpr> parts;
    if (take('[')) {
      do {
        Result<TypeExpr> part = expression(depth + 1);
        if (!part) return part;
        parts.push_back(std::move(*part));
      } while (take(','));
      if (!take(']')) return fail("']' is missing");
    }
    return named(name, std::move(parts));
  }

  Result<TypeExpr> operation(std::string_view name, int depth) {
    const std::optional<Kind> kind = find(kOperators, name);
    if (!kind) return fail(fmt::format("unknown word \"{}\"", name));
    Result<TypeExpr> inner = expression(depth + 1);
    if (!inner) return inner;
    if (!take(')')) return fail("')' is missing");
    if (*kind != Kind::kShared && *kind != Kind::kClass) {
      return TypeExpr{*kind, "", {std::move(*inner)}};
    }
    const bool builtin = *kind == Kind::kClass && inner->kind == Kind::kAtom;
    if (!builtin && inner->kind != Kind::kInstance) {
      return fail(fmt::format("{}() takes a type", name));
    }
    return TypeExpr{*kind, inner->name, {}};
  }

  Result<TypeExpr> named(std::string_view name, std::vector<TypeExpr> parts) {
    const auto make = [&](Kind kind) {
      return TypeExpr{kind, std::string(name), std::move(parts)};
    };
    if (const auto count = find(kContainers, name)) {
      // A tuple of known length has a part for each place.
      const bool fixed = name == "tuple" && parts.size() > 1;
      if (parts.size() == *count || fixed) return make(Kind::kContainer);
      return fail(fmt::format("{} takes {} part(s)", name, *count));
    }
    if (!is_alias(name) && name.find('.') != std::string_view::npos &&
        name.find(':') == std::string_view::npos && name.front() != '.' &&
        name.back() != '.' && !name.starts_with("self.")) {
      if (name.starts_with("builtins.")) name.remove_prefix(9);
      return make(Kind::kInstance);
    }
    if (!parts.empty()) return fail("this word takes no parts");
    if (name == "any") return TypeExpr{};
    if (name == "data") return TypeExpr{Kind::kData, "", {}};
    if (is_alias(name)) return make(Kind::kAlias);
    if (std::find(kAtoms.begin(), kAtoms.end(), name) != kAtoms.end()) {
      return make(Kind::kAtom);
    }
    return fail(fmt::format("unknown word \"{}\"", name));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<TypeExpr> parse_type_expr(std::string_view text) {
  return Parser(text).run();
}

}  // namespace ppp::advisor
