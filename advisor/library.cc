// SPDX-License-Identifier: Apache-2.0

#include "advisor/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "advisor/effect_files.h"

namespace ppp::advisor {
namespace {

/// "collections.abc.Mapping" -> {"collections.abc", "Mapping"}; a bare name
/// belongs to builtins.
std::pair<std::string_view, std::string_view> split(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {"builtins", name};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

template <typename Map>
const typename Map::mapped_type* look_up(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

/// The first type that `expr` names and `library` does not know, or "".
std::string unknown_type(const Library& library, const TypeExpr& expr) {
  const bool dotted = expr.name.find('.') != std::string::npos;
  const bool names_type = expr.kind == TypeExpr::Kind::kInstance ||
                          expr.kind == TypeExpr::Kind::kShared ||
                          (expr.kind == TypeExpr::Kind::kClass && dotted);
  if (names_type && library.type(expr.name) == nullptr) return expr.name;
  for (const TypeExpr& part : expr.args) {
    std::string name = unknown_type(library, part);
    if (!name.empty()) return name;
  }
  return "";
}

std::string unknown_type(const Library& library, const CallEntry& call) {
  std::string name = unknown_type(library, call.returns);
  if (call.returns_asking && name.empty()) {
    name = unknown_type(library, *call.returns_asking);
  }
  for (const auto& [argument, type] : call.returns_with) {
    if (name.empty()) name = unknown_type(library, type);
  }
  for (const auto& [given, type] : call.returns_for) {
    if (name.empty()) name = unknown_type(library, given);
    if (name.empty()) name = unknown_type(library, type);
  }
  for (const auto& [callback, values] : call.calls) {
    for (const TypeExpr& value : values) {
      if (name.empty()) name = unknown_type(library, value);
    }
  }
  for (const auto& [argument, type] : call.requires_types) {
    if (name.empty()) name = unknown_type(library, type);
  }
  return name;
}

std::string unknown_type(const Library& library, const TypeEntry& type) {
  if (!type.like.empty() && library.type(type.like) == nullptr) {
    return type.like;
  }
  std::string name = unknown_type(library, type.iterates);
  if (name.empty()) name = unknown_type(library, type.construct);
  for (const auto& [attribute, expr] : type.attributes) {
    if (name.empty()) name = unknown_type(library, expr);
  }
  for (const auto& [method, call] : type.methods) {
    if (name.empty()) name = unknown_type(library, call);
  }
  return name;
}

std::string unknown_type(const Library& library, const ModuleEntry& module) {
  std::string name;
  for (const auto& [constant, expr] : module.constants) {
    if (name.empty()) name = unknown_type(library, expr);
  }
  for (const auto& [function, call] : module.functions) {
    if (name.empty()) name = unknown_type(library, call);
  }
  for (const auto& [type, entry] : module.types) {
    if (name.empty()) name = unknown_type(library, entry);
  }
  return name;
}

}  // namespace

bool CallEntry::takes_positional(int count) const {
  return max_args < 0 || count <= max_args;
}

bool CallEntry::takes_keyword(std::string_view name) const {
  if (name.empty()) return false;
  if (std::find(params.begin(), params.end(), name) != params.end()) {
    return true;
  }
  return std::any_of(
      keywords.begin(), keywords.end(),
      [&](const std::string& word) { return word == name || word == "*"; });
}

const ModuleEntry* Library::module(std::string_view name) const {
  const auto found = modules_.find(name);
  if (found == modules_.end()) return nullptr;
  auto& [known, module] = *found;
  std::call_once(module.once, [&] { read(known, module); });
  return &module.entry;
}

bool Library::package(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  const auto next = modules_.lower_bound(prefix);
  return next != modules_.end() && next->first.starts_with(prefix);
}

const CallEntry* Library::function(std::string_view module,
                                   std::string_view name) const {
  const ModuleEntry* entry = this->module(module);
  return entry == nullptr ? nullptr : look_up(entry->functions, name);
}

const TypeEntry* Library::type(std::string_view qualified) const {
  const auto [module, name] = split(qualified);
  const ModuleEntry* entry = this->module(module);
  return entry == nullptr ? nullptr : look_up(entry->types, name);
}

bool Library::derives(std::string_view qualified,
                      std::string_view builtin) const {
  std::string name(qualified);
  for (int depth = 0; depth < 16 && !name.empty(); ++depth) {
    if (name == builtin || name == "builtins." + std::string(builtin)) {
      return true;
    }
    const TypeEntry* entry = type(name);
    name = entry ? entry->like : "";
  }
  return false;
}

const CallEntry* Library::method(std::string_view qualified_type,
                                 std::string_view name) const {
  const TypeEntry* entry = type(qualified_type);
  // The bound ends the search should two tables name each other.
  for (int depth = 0; entry != nullptr && depth < 16; ++depth) {
    if (const CallEntry* call = look_up(entry->methods, name)) return call;
    entry = entry->like.empty() ? nullptr : type(entry->like);
  }
  return nullptr;
}

Status Library::check() const {
  for (const auto& [name, known] : modules_) {
    const std::string unknown = unknown_type(*this, *module(name));
    if (unknown.empty()) continue;
    return Error{Error::Kind::kInternal,
                 fmt::format("the table of {} names {}, which has no entry",
                             name, unknown),
                 ""};
  }
  return Done{};
}

const Library& builtin_library() {
  static const Library library(effect_files());
  return library;
}

}  // namespace ppp::advisor
