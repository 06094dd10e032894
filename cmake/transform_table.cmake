# SPDX-License-Identifier: Apache-2.0

# ppp_transform_table(out_dir files…): writes rewrite/transforms.h, which
# declares the functions that each file must define, and transform_table.cc
# with one row per file. A missing function fails the link by its name.
function(ppp_transform_table directory)
  set(declarations "")
  set(rows "")
  foreach(file ${ARGN})
    get_filename_component(name ${file} NAME_WE)
    string(REPLACE "_" "-" id ${name})
    string(APPEND declarations
      "Proposal ${name}(const Request& request);\n"
      "double ${name}_loop_speedup(const advisor::Candidate& candidate,\n"
      "                            const Rewrite& rewrite,\n"
      "                            const RewriteOptions& options);\n")
    string(APPEND rows
      "      {\"${id}\", ${name}, ${name}_loop_speedup},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${directory}/rewrite/transforms.h CONTENT
"// Generated from rewrite/transforms/*.cc.
#pragma once
#include \"rewrite/transform.h\"
namespace ppp::rewrite {
${declarations}}
" @ONLY)
  file(CONFIGURE OUTPUT ${directory}/rewrite/transform_table.cc CONTENT
"// Generated from rewrite/transforms/*.cc.
#include \"rewrite/transforms.h\"
namespace ppp::rewrite {
const std::vector<Transform>& transforms() {
  static const std::vector<Transform> table = {
${rows}  };
  return table;
}
}
" @ONLY)
endfunction()
