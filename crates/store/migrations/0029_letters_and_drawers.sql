-- The letter with which a nomination was sent upward and the number of the answer are two numbers. Of those that were granted
-- the step that sent them still has the letter.
ALTER TABLE award_submissions ADD COLUMN answer_number TEXT;
UPDATE award_submissions SET
    answer_number = number_symbol,
    number_symbol = (SELECT s.reason FROM nomination_steps s
        WHERE s.nomination_id = award_submissions.nomination_id AND s.to_state = 'upward'
        ORDER BY s.position DESC LIMIT 1)
WHERE state = 'granted';

-- Who drew a decision up stays when another issues it.
ALTER TABLE award_decisions ADD COLUMN drawn_up_by TEXT;
UPDATE award_decisions SET
    drawn_up_by = (SELECT a.name FROM accounts a WHERE a.id = award_decisions.account_id)
WHERE state <> 'draft';

-- Two of one name are told apart by their years of birth.
ALTER TABLE honours ADD COLUMN birth_year BIGINT;
