// SPDX-License-Identifier: Apache-2.0
#include <mutex>
#include <utility>

#include "tests/mutation/rules.h"

namespace ppp::mutation {
namespace {

Mutant active;
Reached reached;
std::mutex guard;  // of what was reached: the analysis has several threads

}  // namespace

bool rule(int number) {
  std::lock_guard lock(guard);
  reached.rules.insert(number);
  return number != active.rule;
}

bool rule(int number, std::string_view category) {
  {
    std::lock_guard lock(guard);
    reached.categories.emplace(category);
  }
  return rule(number) && category != active.category;
}

void switch_off(const Mutant& mutant) { active = mutant; }

Reached take_reached() { return std::exchange(reached, {}); }

}  // namespace ppp::mutation
