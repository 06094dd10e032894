// SPDX-License-Identifier: Apache-2.0
// Calls in which pandas runs a function for each group of rows: what gives
// their results by calls of the function with what answers for a group.

#pragma once

#include <string>
#include <vector>

#include "advisor/table_groups.h"
#include "rewrite/helper_text.h"

namespace ppp::rewrite {

/// Names of what is added.
struct GroupNames {
  std::string pandas, numpy, sys, nothing, operators;
  std::string column;      ///< GroupColumn
  std::string items;       ///< GroupItems
  std::string numbers;     ///< GroupNumbers, of which items are some
  std::string values;      ///< GroupValues, which are others
  std::string calculated;  ///< what makes these
  std::string rows;        ///< GroupRows
  std::string groups;      ///< the function
};

/// GroupNumbers, of which GroupItems are some: their operators. What they give
/// follows GroupItems, with a function that makes it.
std::vector<HelperLine> numbers_class(const advisor::TableGroups& groups,
                                      const GroupNames& names);
std::vector<HelperLine> values_class(const advisor::TableGroups& groups,
                                     const GroupNames& names);
std::vector<HelperLine> calculated_function(const GroupNames& names);

/// Methods of GroupItems for the same.
std::vector<HelperLine> numbers_of_items(const advisor::TableGroups& groups,
                                         const GroupNames& names);

/// The end of the function that gives what pandas would give, behind what finds
/// the columns and their groups.
std::vector<HelperLine> calls_of_groups(const advisor::TableGroups& groups,
                                        const GroupNames& names);

}  // namespace ppp::rewrite
