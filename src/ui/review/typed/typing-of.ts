// Which answers are typed in a review: by the setting, unless it was switched there.
import type { TypedAnswers } from '../../../core/settings.ts';
import type { ReviewStage } from '../stage.ts';

export function typingOf({ desk, review }: Pick<ReviewStage, 'desk' | 'review'>): TypedAnswers {
  const { typed } = desk.flashcards.settings.general;
  if (review.isTyped === null) return typed;
  if (!review.isTyped) return 'off';
  return typed === 'off' ? 'all' : typed;
}
