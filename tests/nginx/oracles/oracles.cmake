# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gw_nginx_oracle_tests(FOLDER TEST...)  each of these tests once more against each nginx that oracles/fetch has: FOLDER.TEST@RELEASE.
# A test finds it in $GW_NGINX (tests/nginx/installednginx.h). Where a release cannot be fetched, it is skipped and says why.

set(GW_NGINX_ORACLES "${CMAKE_SOURCE_DIR}/build/nginx-oracles")

add_test(NAME nginx.oracles.fetch COMMAND "${CMAKE_CURRENT_LIST_DIR}/fetch" "${GW_NGINX_ORACLES}")
set_tests_properties(nginx.oracles.fetch PROPERTIES FIXTURES_SETUP nginx_oracles TIMEOUT 900 SKIP_RETURN_CODE 77)

function(gw_nginx_oracle_tests folder)
  foreach(test IN LISTS ARGN)
    get_test_property(${folder}.${test} ENVIRONMENT environment)
    foreach(release IN ITEMS bullseye trixie sid)
      set(name "${folder}.${test}@${release}")
      add_test(NAME "${name}" COMMAND tests_${folder} ${test})
      set_tests_properties("${name}" PROPERTIES FIXTURES_REQUIRED nginx_oracles TIMEOUT 400 SKIP_RETURN_CODE 77
        ENVIRONMENT "${environment};GW_NGINX=${GW_NGINX_ORACLES}/${release}/nginx")
    endforeach()
  endforeach()
endfunction()
