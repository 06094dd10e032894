// SPDX-License-Identifier: Apache-2.0
#include "advisor/heap.h"

namespace ppp::advisor {
namespace {

template <typename Visit>
void each_part(const Object& object, Visit visit) {
  for (const auto& [name, cell] : object.fields) visit(cell.get());
  visit(object.self.get());
  visit(object.lazy_sources.get());
  if (object.kind == Object::Kind::kBoundMethod ||
      object.kind == Object::Kind::kPartial) {
    visit(object.function.get());
  }
  for (const Callback& callback : object.lazy.get()) {
    for (const Value& argument : callback.arguments) visit(argument);
  }
}

}  // namespace

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

Value Heap::parts(ObjectId id) const {
  Value parts;
  each_part(at(id), [&](const Value& part) { parts.add(part); });
  return parts;
}

Value Heap::reachable(const Value& roots) const {
  return reachable(roots, [](const Object&) { return false; });
}

Value Heap::reachable(const Value& roots,
                      const std::function<bool(const Object&)>& closed) const {
  std::vector<bool> seen(objects_.size(), false);
  std::vector<ObjectId> found;
  auto enter = [&](const Value& value) {
    for (ObjectId id : value) {
      if (seen[static_cast<std::size_t>(id)]) continue;
      seen[static_cast<std::size_t>(id)] = true;
      found.push_back(id);
    }
  };
  enter(roots);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Object& object = at(found[i]);
    if (!closed(object)) each_part(object, enter);
  }
  return Value(std::move(found));
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
