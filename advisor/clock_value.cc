// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock_value.h"

namespace ppp::advisor::clock {
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
  changed |= paths.insert(other.paths);
  changed |= functions.insert(other.functions);
  changed |= classes.insert(other.classes);
  changed |= instances.insert(other.instances);
  changed |= objects.insert(other.objects);
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
