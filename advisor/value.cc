// SPDX-License-Identifier: Apache-2.0
#include "advisor/value.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ppp::advisor {

Value::Value(std::vector<ObjectId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() == 1) one_ = ids.front();
  if (ids.size() < 2) return;
  many_ = std::make_shared<std::vector<ObjectId>>(std::move(ids));
}

bool Value::add(ObjectId id) {
  if (contains(id)) return false;
  if (empty()) {
    one_ = id;
    return true;
  }
  if (!many_ || many_.use_count() > 1) {
    many_ = std::make_shared<std::vector<ObjectId>>(begin(), end());
    one_ = kNone;
  }
  many_->insert(std::lower_bound(many_->begin(), many_->end(), id), id);
  return true;
}

bool Value::add(const Value& other) {
  if (other.size() == 1) return add(*other.begin());
  if (contains(other)) return false;
  if (other.contains(*this)) {
    *this = other;
    return true;
  }
  std::vector<ObjectId> both;
  both.reserve(size() + other.size());
  std::set_union(begin(), end(), other.begin(), other.end(),
                 std::back_inserter(both));
  *this = Value(std::move(both));
  return true;
}

bool Value::contains(ObjectId id) const {
  return many_ ? std::binary_search(begin(), end(), id) : one_ == id;
}

bool Value::contains(const Value& other) const {
  if (!other.many_) return other.empty() || contains(other.one_);
  return many_ == other.many_ ||
         std::includes(begin(), end(), other.begin(), other.end());
}

bool Value::operator==(const Value& other) const {
  return many_ == other.many_
             ? one_ == other.one_
             : std::equal(begin(), end(), other.begin(), other.end());
}

}  // namespace ppp::advisor
