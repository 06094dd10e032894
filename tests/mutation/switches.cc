// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <mutex>
#include <utility>

#include "tests/mutation/rules.h"

namespace ppp::mutation {
namespace {

Mutant active;
// The analysis has several threads, and asks often.
std::vector<std::atomic<bool>> reached_rules(rules().size());
std::set<std::string> reached_categories;
std::mutex guard;  // of these

}  // namespace

bool rule(int number) {
  std::atomic<bool>& reached = reached_rules[static_cast<std::size_t>(number)];
  if (!reached.load(std::memory_order_relaxed)) {
    reached.store(true, std::memory_order_relaxed);
  }
  return number != active.rule;
}

bool rule(int number, std::string_view category) {
  {
    std::lock_guard lock(guard);
    reached_categories.emplace(category);
  }
  return rule(number) && category != active.category;
}

void switch_off(const Mutant& mutant) { active = mutant; }

Reached take_reached() {
  Reached all;
  for (std::size_t i = 0; i < reached_rules.size(); ++i) {
    if (reached_rules[i].exchange(false)) all.rules.insert(static_cast<int>(i));
  }
  all.categories = std::exchange(reached_categories, {});
  return all;
}

}  // namespace ppp::mutation
