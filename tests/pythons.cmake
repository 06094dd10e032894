# SPDX-License-Identifier: Apache-2.0
# The Pythons that tests may use, found when the build is configured: the names
# python3.X on PATH, Debian's own, and those of pyenv.
#   PPP_PYTHONS        all, oldest first, one per minor version
#   PPP_PYTHONS_FEW    the oldest and the machine's python3
#   PPP_PYTHON_FREE    those without the global lock (python3.13t, python3.14t),
#                      newest last; may be empty
#   PPP_PYTHON3_14     one of that version, or empty

set(roots $ENV{PYENV_ROOT} $ENV{HOME}/.pyenv)
set(PPP_PYTHONS "")
foreach(minor RANGE 8 14)
  set(found "")
  foreach(root ${roots})
    file(GLOB more ${root}/versions/3.${minor}.*/bin/python3)
    list(FILTER more EXCLUDE REGEX "t/bin/python3$")
    list(APPEND found ${more})
  endforeach()
  foreach(folder /usr/local/bin /usr/bin)
    if(EXISTS ${folder}/python3.${minor})
      list(APPEND found ${folder}/python3.${minor})
    endif()
  endforeach()
  if(found)
    list(GET found 0 first)
    list(APPEND PPP_PYTHONS ${first})
    set(PPP_PYTHON3_${minor} ${first})
  endif()
endforeach()

file(GLOB PPP_PYTHON_FREE /usr/local/bin/python3.1?t /usr/bin/python3.1?t)
foreach(root ${roots})
  file(GLOB more ${root}/versions/3.*t/bin/python3)
  list(APPEND PPP_PYTHON_FREE ${more})
endforeach()

# Not the shim of a version manager, where there is another.
find_program(PPP_PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PPP_PYTHON3 python3 REQUIRED)
list(GET PPP_PYTHONS 0 oldest)
set(PPP_PYTHONS_FEW ${oldest} ${PPP_PYTHON3})
list(REMOVE_DUPLICATES PPP_PYTHONS_FEW)
option(PPP_TEST_ALL_PYTHONS "Run trap and live tests on every Python" OFF)
if(PPP_TEST_ALL_PYTHONS)
  set(PPP_PYTHONS_TESTED ${PPP_PYTHONS})
else()
  set(PPP_PYTHONS_TESTED ${PPP_PYTHONS_FEW})
endif()
