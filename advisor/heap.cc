// SPDX-License-Identifier: Apache-2.0
#include "advisor/heap.h"

#include <algorithm>

namespace ppp::advisor {

bool Value::add(ObjectId id) {
  auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (at != ids_.end() && *at == id) return false;
  ids_.insert(at, id);
  return true;
}

bool Value::add(const Value& other) {
  bool changed = false;
  for (ObjectId id : other.ids_) changed |= add(id);
  return changed;
}

bool Value::contains(ObjectId id) const {
  return std::binary_search(ids_.begin(), ids_.end(), id);
}

Heap::Heap() {
  unknown_ = make(Object::Kind::kUnknown, "unknown", Context::kOutside, nullptr,
                  Node());
}

ObjectId Heap::atom(std::string_view name) {
  return make(Object::Kind::kAtom, name, Context::kOutside, nullptr, Node());
}

ObjectId Heap::make(Object::Kind kind, std::string_view name, Context context,
                    const SourceFile* source, Node site, std::string_view key) {
  Key full{static_cast<int>(kind), std::string(name), static_cast<int>(context),
           site.null() ? nullptr : site.id(), std::string(key)};
  auto [at, fresh] = known_.try_emplace(std::move(full), size());
  if (fresh) {
    Object object;
    object.kind = kind;
    object.name = name;
    object.context = context;
    object.source = source;
    object.site = site;
    objects_.push_back(std::move(object));
  }
  return at->second;
}

Value Heap::reachable(const Value& roots) const {
  Value seen;
  std::vector<ObjectId> todo(roots.begin(), roots.end());
  while (!todo.empty()) {
    ObjectId id = todo.back();
    todo.pop_back();
    if (!seen.add(id)) continue;
    const Object& object = at(id);
    auto push = [&](const Value& value) {
      todo.insert(todo.end(), value.begin(), value.end());
    };
    for (const auto& [name, value] : object.fields) push(value);
    push(object.self);
    push(object.lazy_sources);
    if (object.kind == Object::Kind::kBoundMethod ||
        object.kind == Object::Kind::kPartial) {
      push(object.function);
    }
    for (const Callback& callback : object.lazy) {
      for (const Value& argument : callback.arguments) push(argument);
    }
  }
  return seen;
}

std::string key_field(Node key) {
  auto text = plain_literal(key);
  const bool plain = text && text->find('\\') == std::string_view::npos;
  return plain ? "[=" + std::string(*text) + "]" : "[]";
}

bool is_immutable_atom(const Object& object) {
  return object.kind == Object::Kind::kAtom;
}

}  // namespace ppp::advisor
