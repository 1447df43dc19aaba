# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gw_nginx_oracle_tests(FOLDER RELEASES TEST...)  each of these tests once more against the nginx of each of these releases, as
# oracles/fetch fetches it: FOLDER.TEST@RELEASE. A test finds it in $GW_NGINX (tests/nginx/installednginx.h). Where a release
# cannot be fetched, it is skipped and says why.

set(GW_NGINX_ORACLES "${CMAKE_SOURCE_DIR}/build/nginx-oracles")

add_test(NAME nginx.oracles.fetch COMMAND "${CMAKE_CURRENT_LIST_DIR}/fetch" "${GW_NGINX_ORACLES}")
set_tests_properties(nginx.oracles.fetch PROPERTIES FIXTURES_SETUP nginx_oracles TIMEOUT 900 SKIP_RETURN_CODE 77)

# The table of directives against the command tables of the installed nginx, and of each of these.
add_test(NAME nginx.directivetable COMMAND "${CMAKE_CURRENT_LIST_DIR}/compare-table" /usr/sbin/nginx)
set_tests_properties(nginx.directivetable PROPERTIES SKIP_RETURN_CODE 77)
foreach(release IN ITEMS bullseye trixie sid)
  add_test(NAME nginx.directivetable@${release}
    COMMAND "${CMAKE_CURRENT_LIST_DIR}/compare-table" "${GW_NGINX_ORACLES}/${release}/nginx")
  set_tests_properties(nginx.directivetable@${release} PROPERTIES FIXTURES_REQUIRED nginx_oracles SKIP_RETURN_CODE 77)
endforeach()

function(gw_nginx_oracle_tests folder releases)
  foreach(test IN LISTS ARGN)
    get_test_property(${folder}.${test} ENVIRONMENT environment)
    foreach(release IN LISTS releases)
      set(name "${folder}.${test}@${release}")
      add_test(NAME "${name}" COMMAND tests_${folder} ${test})
      set_tests_properties("${name}" PROPERTIES FIXTURES_REQUIRED nginx_oracles TIMEOUT 400 SKIP_RETURN_CODE 77
        ENVIRONMENT "${environment};GW_NGINX=${GW_NGINX_ORACLES}/${release}/nginx")
    endforeach()
  endforeach()
endfunction()
