# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# include(tests/lab/lab.cmake)
# gw_lab_fixture(STATE)      once per state: the tests that boot and end a server in that state, as the fixture lab_STATE
# gw_lab_test(TEST STATE...) makes an existing test require those servers; it finds them in $GATEWRIGHT_LAB_RUN/STATE.env
#
# CTest runs what requires a fixture even where the fixture was skipped (no root, no namespaces): such a test exits 77 itself
# when its .env file is missing, and is then shown as skipped too.

set(GATEWRIGHT_LAB_DIR "${CMAKE_CURRENT_LIST_DIR}")
set(GATEWRIGHT_LAB_RUN "/run/gatewright-lab" CACHE PATH "Where the lab keeps what runs; build folders that test at the same time need different ones")

function(gw_lab_fixture state)
    foreach(verb IN ITEMS up down)
        add_test(NAME lab-${state}-${verb} COMMAND "${GATEWRIGHT_LAB_DIR}/fixture" ${verb} ${state})
        set_tests_properties(lab-${state}-${verb} PROPERTIES
            LABELS lab
            TIMEOUT 900
            SKIP_RETURN_CODE 77
            ENVIRONMENT "GATEWRIGHT_LAB_RUN=${GATEWRIGHT_LAB_RUN}")
    endforeach()
    set_tests_properties(lab-${state}-up PROPERTIES FIXTURES_SETUP lab_${state})
    set_tests_properties(lab-${state}-down PROPERTIES FIXTURES_CLEANUP lab_${state})
endfunction()

function(gw_lab_test test)
    list(TRANSFORM ARGN PREPEND lab_ OUTPUT_VARIABLE fixtures)
    set_property(TEST ${test} APPEND PROPERTY FIXTURES_REQUIRED ${fixtures})
    set_property(TEST ${test} APPEND PROPERTY LABELS lab)
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT "GATEWRIGHT_LAB_RUN=${GATEWRIGHT_LAB_RUN}")
    set_property(TEST ${test} PROPERTY SKIP_RETURN_CODE 77)
endfunction()
