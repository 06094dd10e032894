// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock_value.h"

namespace ppp::advisor::clock {
namespace {

template <typename Set>
bool merge(Set& to, const Set& from) {
  std::size_t before = to.size();
  to.insert(from.begin(), from.end());
  return to.size() != before;
}

}  // namespace

Taint join(Taint a, Taint b) {
  if (a == b || b == Taint::kNone) return a;
  return a == Taint::kNone ? b : Taint::kMixed;
}

Taint combine(Taint a, Taint b) {
  if (a == Taint::kClock || b == Taint::kClock) return Taint::kClock;
  return a > b ? a : b;
}

bool Value::add(const Value& other) {
  if (this == &other) return false;
  Taint joined = join(self, other.self);
  bool changed = joined != self || (other.text && !text);
  self = joined;
  text = text || other.text;
  changed |= merge(paths, other.paths);
  changed |= merge(functions, other.functions);
  changed |= merge(classes, other.classes);
  changed |= merge(instances, other.instances);
  changed |= merge(objects, other.objects);
  return changed;
}

Value Object::any() const {
  Value value = elements;
  for (const auto& [key, slot] : slots) value.add(slot);
  return value;
}

Value Object::at(const std::string& key) const {
  Value value = elements;
  auto found = slots.find(key);
  if (found != slots.end()) value.add(found->second);
  return value;
}

}  // namespace ppp::advisor::clock
