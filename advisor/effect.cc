// SPDX-License-Identifier: Apache-2.0
#include "advisor/effect.h"

#include <algorithm>
#include <iterator>

namespace ppp::advisor {
namespace {

bool same(const Effects::Entry& a, const Effects::Entry& b) {
  return a.first == b.first;
}

}  // namespace

std::string on_line(const Place& place) {
  const int line = place.span().line;
  return line > 0 ? " on line " + std::to_string(line) : "";
}

Effects::Effects(std::vector<Entry> entries) : entries_(std::move(entries)) {
  if (!std::is_sorted(entries_.begin(), entries_.end(), before)) {
    std::stable_sort(entries_.begin(), entries_.end(), before);
  }
  entries_.erase(std::unique(entries_.begin(), entries_.end(), same),
                 entries_.end());
}

void Effects::add(const Effect& effect, const Place& place) {
  const Entry entry{effect, place};
  auto at = std::lower_bound(entries_.begin(), entries_.end(), entry, before);
  if (at == entries_.end() || at->first != effect) entries_.insert(at, entry);
}

void Effects::add(const Effects& other) {
  std::vector<Entry> both;
  both.reserve(size() + other.size());
  std::set_union(begin(), end(), other.begin(), other.end(),
                 std::back_inserter(both), before);
  entries_ = std::move(both);
}

Effects::Iterator Effects::find(const Effect& effect) const {
  auto at = std::lower_bound(begin(), end(), Entry{effect, {}}, before);
  return at != end() && at->first == effect ? at : end();
}

Effects::Iterator Effects::find_outside(std::string_view category) const {
  return std::find_if(begin(), end(), [&](const Entry& entry) {
    return entry.first.kind == Effect::Kind::kOutside &&
           entry.first.name == category;
  });
}

}  // namespace ppp::advisor
