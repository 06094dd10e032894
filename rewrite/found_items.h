// SPDX-License-Identifier: Apache-2.0
// What answers for rows that were found and for slices of a column, in the text
// of the module.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rewrite/helper_text.h"

namespace ppp::rewrite {

/// Names of what is added.
struct FoundNames {
  std::string pandas;
  std::string index;
  std::string items;      ///< items_of_column()
  std::string found;      ///< FoundRows
  std::string of_column;  ///< FoundItems
  std::string sliced;     ///< SlicedItems
  std::string sys;
  std::string numpy;
};

/// Each in as far as `text` asks for what it has.
std::vector<HelperLine> rows_class(const FoundNames& names,
                                   std::string_view text);
std::vector<HelperLine> items_class(const FoundNames& names,
                                    std::string_view text);
std::vector<HelperLine> sliced_class(const FoundNames& names,
                                     std::string_view text);

/// What is known of a column.
std::vector<HelperLine> items_function(const FoundNames& names);

/// The function `name`, which makes what slices a column.
std::vector<HelperLine> slices_function(const std::string& name,
                                        const FoundNames& names);

/// The function `name`, which makes what gives `method`, "max" or the like, of
/// slices of a column.
std::vector<HelperLine> folds_function(const std::string& name,
                                       const std::string& method,
                                       const FoundNames& names);

}  // namespace ppp::rewrite
