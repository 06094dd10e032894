// SPDX-License-Identifier: Apache-2.0
#include "advisor/heap.h"

namespace ppp::advisor {

Heap::Heap(Tracker& tracker) : tracker_(tracker) {
  unknown_ = make(Object::Kind::kUnknown, "unknown", Context::kOutside, nullptr,
                  Node());
}

ObjectId Heap::atom(std::string_view name) {
  return make(Object::Kind::kAtom, name, Context::kOutside, nullptr, Node());
}

std::size_t Heap::Hash::operator()(const Key& key) const {
  std::size_t all = std::hash<const void*>()(key.site);
  for (std::size_t part :
       {static_cast<std::size_t>(key.kind), std::size_t{key.context.loops},
        std::hash<std::string>()(key.name),
        std::hash<std::string>()(key.key)}) {
    all = all * 0x9e3779b97f4a7c15ULL + part;
  }
  return all;
}

ObjectId Heap::make(Object::Kind kind, std::string_view name, Context context,
                    const SourceFile* source, Node site, std::string_view key) {
  Key full{kind, context, site.null() ? nullptr : site.id(), std::string(name),
           std::string(key)};
  auto [at, fresh] = known_.try_emplace(std::move(full), size());
  if (fresh) {
    Object& object = objects_.emplace_back(tracker_);
    object.kind = kind;
    object.name = name;
    object.context = context;
    object.source = source;
    object.site = site;
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
    for (const auto& [name, cell] : object.fields) push(cell);
    push(object.self);
    push(object.lazy_sources);
    if (object.kind == Object::Kind::kBoundMethod ||
        object.kind == Object::Kind::kPartial) {
      push(object.function);
    }
    for (const Callback& callback : object.lazy.get()) {
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
