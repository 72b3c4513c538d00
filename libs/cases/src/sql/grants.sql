-- Who may do what with this room's functions. Nothing is granted elsewhere; PUBLIC may call none.
revoke all on function cases.next_case_no, cases.case_sequence, cases.case_no from public;
grant execute on function cases.next_case_no, cases.case_sequence, cases.case_no to elchin_app;

revoke all on function cases.begin_import from public;
grant execute on function cases.begin_import to elchin_app;
